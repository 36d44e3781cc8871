import { describe, expect, it } from 'vitest'
import { createClock, type SimulatorOptions } from '../../simulator'
import { miniProgramOperations } from '../../simulator/operations/mini-program'
import { changeAt } from '../../simulator/quirks/change-at'
import { START_MS } from '../simulator/client'
import { play, type Stage, scenarioNames } from './scenarios'

/** The outcome without what the vendor's sample does not say, or says wrongly. */
const comparable = (name: string, outcome: unknown): unknown =>
  (miniProgramOperations.find(({ action }) => action.name === name)?.sampled.quirks ?? [])
    .flatMap(({ forgets }) => forgets)
    .reduce((value, path) => changeAt(path, value, () => undefined), outcome)

/** Plays each action against two clouds that are alike in all but the shape of their answers. */
export const givesOneShape = (
  way: string,
  stageFor: (simulated: SimulatorOptions) => Promise<Stage>,
): void => {
  describe.each(scenarioNames)(`%s over ${way}`, (name) => {
    it('gives one shape, whether the cloud answers as its tables say or as its samples show', async () => {
      const outcomes: unknown[] = []
      for (const shape of ['documented', 'sampled'] as const) {
        const clock = createClock({ startMs: START_MS, frozen: true })
        const stage = await stageFor({ shape, clock, random: () => 0.5 })
        outcomes.push(await play(stage, name))
        expect(stage.simulator.requests.some(({ action }) => action === name)).toBe(true)
      }
      expect(outcomes[0]).toBeDefined()
      expect(comparable(name, outcomes[1])).toEqual(comparable(name, outcomes[0]))
    })
  })
}
