import type { allActions } from '../../../actions'
import type { Simulator } from '../../../simulator'
import type { CallsOf } from '../../../src/core/calls'

type Calls = CallsOf<typeof allActions>

/** For each action parameters that work against the seed; whatever they need is brought about in the simulator. */
export type Examples<Name extends keyof Calls = keyof Calls> = {
  readonly [One in Name]: (simulator: Simulator) => Calls[One]['params']
}
