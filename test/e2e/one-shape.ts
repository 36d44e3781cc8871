import { describe, expect, it } from 'vitest'
import { createClock, type SimulatorOptions } from '../../simulator'
import { changeAt } from '../../simulator/quirks/change-at'
import { START_MS } from '../simulator/client'
import { everyOperation } from '../support/operations'
import { play, type Stage } from './scenarios'

/** The outcome without what the vendor's sample does not say, or says wrongly. */
const comparable = (name: string, outcome: unknown): unknown =>
  (everyOperation.find(({ action }) => action.name === name)?.sampled.quirks ?? [])
    .flatMap(({ forgets }) => forgets)
    .reduce((value, path) => changeAt(path, value, () => undefined), outcome)

/** Success alone tells that it was done. */
const answersNothing = ['PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/actions/role']

/** Plays each action against two clouds that are alike in all but the shape of their answers. */
export const givesOneShape = (
  way: string,
  names: readonly string[],
  stageFor: (simulated: SimulatorOptions) => Promise<Stage>,
): void => {
  describe.each(names)(`%s over ${way}`, (name) => {
    it('gives one shape, whether the cloud answers as its tables say or as its samples show', async () => {
      const outcomes: unknown[] = []
      for (const shape of ['documented', 'sampled'] as const) {
        const clock = createClock({ startMs: START_MS, frozen: true })
        const stage = await stageFor({ shape, clock, random: () => 0.5 })
        outcomes.push(await play(stage, name))
        expect(stage.simulator.requests.some(({ action }) => action === name)).toBe(true)
      }
      expect(outcomes[0] !== undefined || answersNothing.includes(name)).toBe(true)
      expect(comparable(name, outcomes[1])).toEqual(comparable(name, outcomes[0]))
    })
  })
}
