import { expect, it } from 'vitest'
import { allActions } from '../../actions'
import { servedPanel } from '../support/served-panel'
import { givesOneShape } from './one-shape'
import { scenarioNames } from './scenarios'

it('has a scenario for each action of the mini-program family', () => {
  const names = Object.values(allActions)
    .filter(({ family }) => family === 'mini-program')
    .map(({ name }) => name)
  expect(scenarioNames).toHaveLength(43)
  expect([...scenarioNames].sort()).toEqual(names.sort())
})

givesOneShape('HTTP', servedPanel)
