import { allActions } from '../../../actions'
import type { Simulator } from '../../../simulator'
import type { Action, Family } from '../../../src/core/action'
import { deviceExamples } from './device'
import { deviceRouteExamples } from './device-routes'
import type { Examples } from './example'
import { lockRouteExamples } from './lock-routes'
import { openingExamples } from './opening'
import { panelExamples } from './panel'
import { panelLockExamples } from './panel-lock'
import { passwordExamples } from './passwords'
import { recordExamples } from './records'
import { routeExamples } from './routes'
import { sharingExamples } from './sharing'
import { userExamples } from './users'

/** The compiler reports an action without an example. */
const examples: Examples = {
  ...deviceExamples,
  ...recordExamples,
  ...userExamples,
  ...passwordExamples,
  ...sharingExamples,
  ...openingExamples,
  ...routeExamples,
  ...lockRouteExamples,
  ...deviceRouteExamples,
  ...panelExamples,
  ...panelLockExamples,
}

/** The actions that the simulator supports. */
export const exampleActions: readonly Action[] = Object.values(allActions)

export const exampleActionsOf = (family: Family): readonly Action[] =>
  exampleActions.filter((action) => action.family === family)

export const exampleNamesOf = (family: Family): readonly string[] =>
  exampleActionsOf(family).map(({ name }) => name)

/** Valid decoded parameters; the example prepares the simulator in the documented shape. */
export const exampleParams = (name: string, simulator: Simulator): unknown => {
  const example = Object.entries(examples).find(([one]) => one === name)?.[1]
  if (example === undefined) throw new RangeError(`${name} has no example`)
  const { shape } = simulator
  simulator.shape = 'documented'
  try {
    return example(simulator)
  } finally {
    simulator.shape = shape
  }
}
