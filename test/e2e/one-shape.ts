import { describe, expect, it } from 'vitest'
import { createClock, type SimulatorOptions } from '../../simulator'
import { changeAt } from '../../simulator/quirks/change-at'
import { START_MS } from '../simulator/client'
import { everyOperation } from '../support/operations'
import { type Harness, play } from './scenarios'

/** The outcome without the fields that the vendor's sample omits or contradicts. */
const comparable = (name: string, outcome: unknown): unknown =>
  (everyOperation.find(({ action }) => action.name === name)?.sampled.quirks ?? [])
    .flatMap(({ omits }) => omits)
    .reduce((value, path) => changeAt(path, value, () => undefined), outcome)

/** Actions without a result. */
const withoutResult = ['PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/actions/role']

/** Plays each action against two clouds that differ only in the shape of their answers. */
export const givesOneShape = (
  channel: string,
  names: readonly string[],
  harnessFor: (simulated: SimulatorOptions) => Promise<Harness>,
): void => {
  describe.each(names)(`%s over ${channel}`, (name) => {
    it('returns the same result for documented and sampled answers', async () => {
      const outcomes: unknown[] = []
      for (const shape of ['documented', 'sampled'] as const) {
        const clock = createClock({ startMs: START_MS, frozen: true })
        const harness = await harnessFor({ shape, clock, random: () => 0.5 })
        outcomes.push(await play(harness, name))
        expect(harness.simulator.requests.some(({ action }) => action === name)).toBe(true)
      }
      expect(outcomes[0] !== undefined || withoutResult.includes(name)).toBe(true)
      expect(comparable(name, outcomes[1])).toEqual(comparable(name, outcomes[0]))
    })
  })
}
