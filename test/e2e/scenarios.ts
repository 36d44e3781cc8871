import type { allActions } from '../../actions'
import type { Simulator } from '../../simulator'
import type { CallsOf } from '../../src/core/calls'
import type { Panel } from '../../src/core/panel/panel'
import { exampleActions, exampleParams } from '../support/examples'

type EveryPanel = Panel<CallsOf<typeof allActions>>
export interface Stage {
  readonly panel: EveryPanel
  readonly simulator: Simulator
}

type AnyCall = (name: string, params: unknown) => Promise<unknown>

/** One plain use of an action, against the seed. */
export const play = ({ panel, simulator }: Stage, name: string): Promise<unknown> =>
  // The compiler matches a name with its parameters one by one; `Examples` has done that.
  (panel.apiRequest as AnyCall)(name, exampleParams(name, simulator))

export const scenarioNames: readonly string[] = exampleActions.map(({ name }) => name)
