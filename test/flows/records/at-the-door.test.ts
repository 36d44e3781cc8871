import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { records } from '../../../src/flows/records/records'
import { createHarness } from '../support/flow-harness'
import { settle } from '../support/settle'

const { frontDoor, gardenGate } = seed.locks

describe.each([frontDoor, gardenGate])('records of a $type lock', (seeded) => {
  it.each([
    ['mini-program', ['doorbell', 'closing', 'opening']],
    // No route lists closings.
    ['open-api', ['doorbell', 'opening']],
  ] as const)('show over %s what happened at the door: %j', async (family, expected) => {
    const { simulator, clock, panel, options } = createHarness({
      lock: seeded,
      families: [family],
    })
    const fromMs = clock.now()
    const finger = { dpCode: 'unlock_fingerprint', unlockSn: 1 }
    for (const action of [
      { kind: 'use-method', ...finger },
      { kind: 'turn-bolt', isOpen: false },
      { kind: 'ring-doorbell' },
    ] as const) {
      simulator.doAtDoor(seeded.id, action)
      clock.advance(1_000)
    }
    const shown = await settle(
      clock,
      records(panel, seeded.id, options).records({ fromMs }).take(5),
    )
    expect(shown.map(({ kind }) => kind)).toEqual(expected)
  })
})
