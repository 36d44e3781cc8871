import type { allActions } from '../../actions'
import type { Simulator } from '../../simulator'
import type { CallsOf } from '../../src/core/calls'
import type { Panel } from '../../src/core/panel/panel'
import { exampleActions, exampleParams } from '../support/examples'

type EveryPanel = Panel<CallsOf<typeof allActions>>
export interface Harness {
  readonly panel: EveryPanel
  readonly simulator: Simulator
}

type AnyCall = (name: string, params: unknown) => Promise<unknown>

/** Calls an action once with its example parameters. */
export const play = ({ panel, simulator }: Harness, name: string): Promise<unknown> =>
  // The compiler cannot pair a variable name with its parameters; the type `Examples` has checked the pairs.
  (panel.apiRequest as AnyCall)(name, exampleParams(name, simulator))

export const scenarioNames: readonly string[] = exampleActions.map(({ name }) => name)
