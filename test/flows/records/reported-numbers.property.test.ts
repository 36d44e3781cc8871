import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { recordHarness } from './record-harness'

const { frontDoor, cellar, porch, gardenGate, garage } = seed.locks
const families = ['mini-program'] as const
const password = { type: 'unlock_temporary' } as const

/** The number of the newest opening. */
const numberOf = async (lock: Parameters<typeof recordHarness>[0]['lock'], entry: object) => {
  const harness = recordHarness({ lock, families })
  harness.log(entry)
  const [latest] = await harness.all({ kinds: ['opening'] })
  return latest?.unlockSn
}

describe('the number of a temporary password in a record', () => {
  it('of a Wi-Fi lock is the own number of the password, without the 900 that the lock adds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(frontDoor, cellar, porch),
        async (number, lock) => {
          expect(await numberOf(lock, { ...password, value: String(900 + number) })).toBe(number)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('stays as reported under 900 and from 1000 on, of other locks, and of other methods', async () => {
    expect(await numberOf(frontDoor, { ...password, value: '12' })).toBe(12)
    expect(await numberOf(frontDoor, { ...password, value: '1000' })).toBe(1000)
    expect(await numberOf(frontDoor, { type: 'unlock_card', value: '912' })).toBe(912)
    for (const lock of [gardenGate, garage])
      expect(await numberOf(lock, { ...password, value: '912' })).toBe(912)
  })
})
