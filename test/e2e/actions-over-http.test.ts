import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { miniProgramOperations } from '../../simulator/operations/mini-program'
import { changeAt } from '../../simulator/quirks/change-at'
import { servedPanel } from '../support/served-panel'
import { scenarios } from './scenarios'

const names = Object.values(allActions).map(({ name }) => name)

it('has a scenario for each action', () => {
  expect(Object.keys(scenarios).sort()).toEqual([...names].sort())
})

/** The outcome without what the vendor's sample does not say, or says wrongly. */
const comparable = (name: string, outcome: unknown): unknown =>
  (miniProgramOperations.find(({ action }) => action.name === name)?.sampled.quirks ?? [])
    .flatMap(({ forgets }) => forgets)
    .reduce((value, path) => changeAt(path, value, () => undefined), outcome)

describe.each(names)('%s over HTTP', (name) => {
  it('gives one shape, whether the cloud answers as its tables say or as its samples show', async () => {
    const outcomes: unknown[] = []
    for (const shape of ['documented', 'sampled'] as const) {
      const stage = await servedPanel({ shape })
      outcomes.push(await scenarios[name]?.(stage))
      expect(stage.simulator.requests.some(({ action }) => action === name)).toBe(true)
    }
    expect(outcomes[0]).toBeDefined()
    expect(comparable(name, outcomes[1])).toEqual(comparable(name, outcomes[0]))
  })
})
