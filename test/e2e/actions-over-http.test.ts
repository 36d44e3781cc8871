import { expect, it } from 'vitest'
import { allActions } from '../../actions'
import { isRouteName } from '../simulator/route-request'
import { operations } from '../support/fixtures'
import { everyOperation } from '../support/operations'
import { servedPanel } from '../support/served-panel'
import { givesOneShape } from './one-shape'
import { scenarioNames } from './scenarios'

it('every action of the simulator has a scenario', () => {
  const simulated = everyOperation.map(({ action }) => action.name)
  expect([...scenarioNames].sort()).toEqual(simulated.sort())
  const routes = operations.filter(({ family }) => family === 'open-api')
  expect(scenarioNames.filter(isRouteName)).toHaveLength(routes.length)
  expect(new Set(scenarioNames)).toEqual(new Set(Object.values(allActions).map(({ name }) => name)))
})

givesOneShape('HTTP', scenarioNames, servedPanel)
