import { describe, expect, it } from 'vitest'
import { type Fault, seed } from '../../../simulator'
import { countOf } from '../support/check-run'
import { outcomeOf } from '../support/settle'
import { createDoorHarness, setBolt } from './door-harness'

const STATUS = 'device.status'
const families = ['mini-program'] as const

/** Faults by which the state before the command cannot be read; the last read succeeds again. */
const unreadable: Readonly<Record<string, readonly Fault[]>> = {
  'busy (1111)': [{ vendorCode: 1111 }, { vendorCode: 1111 }, { vendorCode: 1111 }],
  'slower than its time limit': [{ slowMs: 6_000 }],
  'offline (2001)': [{ vendorCode: 2001 }],
  'lost answers': ['drop-after', 'drop-after', 'drop-after'],
  'answers that are not JSON': ['garbage'],
}
const operations = [
  ['unlock', 'doorLock.passwordFreeOpen', true],
  ['lock', 'device.control', false],
] as const

const cases = Object.entries(unreadable).flatMap(([what, faults]) =>
  operations.flatMap(([operation, action, isOpen]) =>
    [true, false].map((dataPoints) => ({ what, faults, operation, action, isOpen, dataPoints })),
  ),
)

/** A lock whose bolt is in the position that the command changes, and whose status cannot be read at first. */
const createUnreadHarness = ({ faults, isOpen, dataPoints }: (typeof cases)[number]) => {
  const harness = createDoorHarness({ lock: seed.locks.frontDoor, families, dataPoints })
  setBolt(harness, !isOpen)
  for (const fault of faults) harness.simulator.faults.next(STATUS, fault)
  return harness
}

describe.each(cases)(
  '$operation after an unreadable status: $what (data points: $dataPoints)',
  (input) => {
    it('has an unknown outcome if the bolt does not move, whatever the cloud answers', async () => {
      const harness = createUnreadHarness(input)
      harness.lock.jammed = true
      const outcome = await outcomeOf(harness.clock, harness.door[input.operation]().done)
      expect(outcome).toMatchObject({
        error: { kind: 'outcome-unknown', causeKind: 'unconfirmed', check: STATUS },
      })
      expect(String('error' in outcome && outcome.error)).toContain('it was accepted')
      expect(countOf(harness.simulator.journal, input.operation)).toBeLessThanOrEqual(1)
      expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
    })

    it('is confirmed by the lock or by its status if the bolt moves', async () => {
      const harness = createUnreadHarness(input)
      const outcome = await outcomeOf(harness.clock, harness.door[input.operation]().done)
      expect(outcome).toMatchObject({
        value: { reportedBy: input.dataPoints ? 'data-points' : 'status' },
      })
      expect(countOf(harness.simulator.journal, input.operation)).toBe(1)
    })

    it('is confirmed by the status after a lost answer if the bolt moves', async () => {
      const harness = createUnreadHarness(input)
      harness.simulator.faults.next(input.action, 'drop-after')
      const outcome = await outcomeOf(harness.clock, harness.door[input.operation]().done)
      expect(outcome).toMatchObject({ value: { reportedBy: expect.any(String) } })
      expect(countOf(harness.simulator.journal, input.operation)).toBe(1)
    })

    it('has an unknown outcome after a lost answer if the bolt does not move', async () => {
      const harness = createUnreadHarness(input)
      harness.lock.jammed = true
      harness.simulator.faults.next(input.action, 'drop-before')
      const outcome = await outcomeOf(harness.clock, harness.door[input.operation]().done)
      expect(outcome).toMatchObject({ error: { kind: 'outcome-unknown' } })
      expect(countOf(harness.simulator.journal, input.operation)).toBe(0)
    })
  },
)

describe('a status that can never be read', () => {
  it.each([true, false])(
    'leaves the outcome of an unlock unknown (data points: %s)',
    async (dataPoints) => {
      const harness = createDoorHarness({ lock: seed.locks.frontDoor, families, dataPoints })
      harness.lock.jammed = true
      harness.simulator.faults.always(STATUS, { vendorCode: 2001 })
      const outcome = await outcomeOf(harness.clock, harness.door.unlock().done)
      expect(outcome).toMatchObject({ error: { kind: 'outcome-unknown' } })
    },
  )

  it('is not the same as a lock without a bolt state, which the cloud confirms', async () => {
    const harness = createDoorHarness({ lock: seed.locks.frontDoor, families })
    harness.lock.status.length = 0
    harness.lock.jammed = true
    harness.simulator.faults.next(STATUS, { vendorCode: 2001 })
    const outcome = await outcomeOf(harness.clock, harness.door.unlock().done)
    expect(outcome).toMatchObject({ value: { reportedBy: 'cloud' } })
  })

  it('includes a value of the bolt that is not a boolean', async () => {
    const harness = createDoorHarness({ lock: seed.locks.frontDoor, families })
    setBolt(harness, 'open' as never)
    harness.lock.jammed = true
    const outcome = await outcomeOf(harness.clock, harness.door.unlock().done)
    expect(outcome).toMatchObject({ error: { kind: 'outcome-unknown' } })
  })
})
