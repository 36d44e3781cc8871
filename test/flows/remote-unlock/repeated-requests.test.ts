import fc from 'fast-check'
import { BehaviorSubject, NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DpValues } from '../../../src/data-points/data-points'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { pass, settle } from '../support/settle'
import { createDoorHarness } from './door-harness'

const { frontDoor } = seed.locks
const families = ['mini-program'] as const
type Harness = ReturnType<typeof createDoorHarness>

const atDoor = () => createDoorHarness({ lock: frontDoor, families })

/** Counts how often a request starts, after no request. */
const countStarts = ({ door }: Pick<Harness, 'door'>) => {
  const count = { starts: 0, isOpen: false }
  const subscription = door.requests$.subscribe(({ asks }) => {
    if (asks && !count.isOpen) count.starts++
    count.isOpen = asks
  })
  return { count, stop: () => subscription.unsubscribe() }
}

/** The lock stops after a request without a further report: the cloud shows its number for ever. */
const leaveNumber = ({ lock, clock }: Harness, seconds: number) => {
  lock.status.push({ code: 'unlock_request', value: seconds })
  lock.updatedAt = Math.floor(clock.now() / 1000)
}

/** A visitor rings, and the lock reports no end of the request. */
const ring = (harness: Harness, seconds: number) => {
  harness.simulator.askToUnlock(harness.deviceId, seconds)
  delete harness.lock.unlockRequestedAtMs
}

describe('requests$ without data points', () => {
  it('emits every ring of visitors, also if the number of seconds is the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ seconds: fc.constantFrom(10, 20), pauseMs: fc.nat(60_000) }), {
          minLength: 2,
          maxLength: 4,
        }),
        async (rings) => {
          const harness = atDoor()
          const { count, stop } = countStarts(harness)
          await pass(harness.clock, 1_000)
          for (const { seconds, pauseMs } of rings) {
            ring(harness, seconds)
            // Longer than the request and one polling interval, so that the request has ended before the next ring.
            await pass(harness.clock, seconds * 1_000 + 4_000 + pauseMs)
          }
          expect(count.starts).toBe(rings.length)
          stop()
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)

  it('emits a second ring with the same number right after the first was accepted or rejected', async () => {
    for (const answer of ['accept', 'reject'] as const) {
      const harness = atDoor()
      const { count, stop } = countStarts(harness)
      harness.simulator.askToUnlock(harness.deviceId, 30)
      await pass(harness.clock, 4_000)
      expect(count.starts).toBe(1)
      const { door } = harness
      await settle<unknown>(harness.clock, answer === 'accept' ? door.accept().done : door.reject())
      harness.simulator.askToUnlock(harness.deviceId, 30)
      await pass(harness.clock, 4_000)
      expect(count.starts).toBe(2)
      stop()
    }
  })

  it('does not emit the number of an ended request when a panel opens, whatever the clock of the phone shows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 2_000, max: 600_000 }),
        fc.integer({ min: -86_400_000, max: 86_400_000 }),
        async (seconds, ageMs, offsetMs) => {
          const harness = atDoor()
          leaveNumber(harness, seconds)
          await pass(harness.clock, 100)
          harness.clock.advance(seconds * 1_000 + ageMs)
          const { clock = harness.clock } = harness.options
          const door = remoteUnlock(harness.panel, harness.deviceId, {
            ...harness.options,
            clock: { now: () => clock.now() + offsetMs, schedule: clock.schedule },
          })
          const { count, stop } = countStarts({ door })
          await pass(harness.clock, 7_000)
          expect(count.starts).toBe(0)
          ring(harness, seconds)
          await pass(harness.clock, 4_000)
          expect(count.starts).toBe(1)
          stop()
        },
      ),
      { numRuns: 30 },
    )
  }, 60_000)

  it('emits a request that has not expired when a panel opens', async () => {
    const harness = atDoor()
    ring(harness, 30)
    await pass(harness.clock, 20_000)
    const { count, stop } = countStarts(harness)
    await pass(harness.clock, 1_000)
    expect(count.starts).toBe(1)
    stop()
  })

  it('does not take another report of the lock for a ring while the number of an ended request stands', async () => {
    const harness = atDoor()
    leaveNumber(harness, 30)
    harness.clock.advance(60_000)
    const { count, stop } = countStarts(harness)
    await pass(harness.clock, 4_000)
    harness.lock.status.push({ code: 'battery_state', value: 'low' })
    harness.lock.updatedAt = Math.floor(harness.clock.now() / 1000)
    await pass(harness.clock, 10_000)
    expect(count.starts).toBe(0)
    stop()
  })

  it('reads the requests with device.status if device.getListByIds is not permitted', async () => {
    const harness = atDoor()
    harness.simulator.faults.always('device.getListByIds', { vendorCode: 1106 })
    const { count, stop } = countStarts(harness)
    await pass(harness.clock, 1_000)
    ring(harness, 30)
    await pass(harness.clock, 4_000)
    expect(count.starts).toBe(1)
    stop()
  })

  it('counts a request whose age cannot be read', async () => {
    const harness = atDoor()
    leaveNumber(harness, 30)
    harness.clock.advance(60_000)
    harness.simulator.faults.always('timer.currentTime', { vendorCode: 1106 })
    const { count, stop } = countStarts(harness)
    await pass(harness.clock, 1_000)
    expect(count.starts).toBe(1)
    stop()
  })
})

describe('requests$ with data points', () => {
  const replaying = (seconds: number) => {
    const reports$ = new BehaviorSubject<DpValues>({ unlock_request: seconds })
    const dataPoints = { send: () => NEVER, reports$ }
    return createDoorHarness({ lock: frontDoor, families }, { dataPoints })
  }

  it('does not emit an ended request that the cloud still shows', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families, dataPoints: true })
    leaveNumber(harness, 30)
    harness.clock.advance(60_000)
    const { count, stop } = countStarts(harness)
    await pass(harness.clock, 4_000)
    expect(count.starts).toBe(0)
    ring(harness, 30)
    await pass(harness.clock, 1_000)
    expect(count.starts).toBe(1)
    stop()
  })

  it('does not emit an ended request that the host repeats', async () => {
    const harness = replaying(30)
    leaveNumber(harness, 30)
    harness.clock.advance(60_000)
    const { count, stop } = countStarts(harness)
    await pass(harness.clock, 4_000)
    expect(count.starts).toBe(0)
    stop()
  })

  it('emits a request that has not expired and that the host repeats', async () => {
    const harness = replaying(30)
    leaveNumber(harness, 30)
    harness.clock.advance(10_000)
    const { count, stop } = countStarts(harness)
    await pass(harness.clock, 4_000)
    expect(count.starts).toBe(1)
    stop()
  })
})
