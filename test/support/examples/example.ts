import type { allActions } from '../../../actions'
import type { Simulator } from '../../../simulator'
import type { CallsOf } from '../../../src/core/calls'

type Calls = CallsOf<typeof allActions>

/** Valid parameters for each action against the seed; an example prepares the simulator if necessary. */
export type Examples<Name extends keyof Calls = keyof Calls> = {
  readonly [One in Name]: (simulator: Simulator) => Calls[One]['params']
}
