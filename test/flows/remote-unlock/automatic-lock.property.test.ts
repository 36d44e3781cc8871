import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { countOf } from '../support/check-run'
import { createHarness, repeatableRandom, START_MS } from '../support/flow-harness'
import { outcomeOf } from '../support/settle'
import { storePassword } from './door-harness'

const { frontDoor, garage } = seed.locks
const HOUR_MS = 3_600_000

interface Door {
  readonly lock: Parameters<typeof createHarness>[0]['lock']
  /** How far the phone's clock is ahead of the cloud's. */
  readonly aheadMs?: number
}

/** A lock that wakes between two reads of its status, and locks itself before the next one. */
const createDoor = ({ lock: { id }, aheadMs = 0 }: Door) => {
  const harness = createHarness({ lock: { id }, families: ['mini-program'] })
  const { simulator, lock, clock, options, deviceId } = harness
  lock.asleepUntilMs = START_MS + 1_300
  lock.autoLockMs = 400
  const phone = {
    now: () => clock.now() + aheadMs,
    schedule: (work: () => void, delayMs: number) => clock.schedule(work, delayMs),
  }
  const panel = createPanel({
    actions: allActions,
    transport: simulator.asTransport(),
    clock: phone,
    random: repeatableRandom(),
  })
  return { ...harness, door: remoteUnlock(panel, deviceId, { ...options, clock: phone }) }
}

/** Logs an unlock by phone at a time after the start, negative for before. */
const logUnlock = (
  { simulator, deviceId }: Pick<ReturnType<typeof createDoor>, 'simulator' | 'deviceId'>,
  { type = 'unlock_phone_remote', userId = '1001', afterMs = 0 },
) =>
  simulator.world.log.push({
    id: '700000001',
    lockId: deviceId,
    timeMs: START_MS + afterMs,
    category: 'unlock_record',
    type,
    value: '1',
    userId,
    unread: true,
  })

const ahead = fc.constantFrom(0, -26 * HOUR_MS, -90_000, 90_000, 26 * HOUR_MS)

describe('an unlock of a lock that locks itself before its status is read', () => {
  it('is confirmed by its record, also after a lost answer, whatever the phone’s clock shows', async () => {
    await fc.assert(
      fc.asyncProperty(
        ahead,
        fc.constantFrom(frontDoor, garage),
        fc.boolean(),
        async (aheadMs, lock, isLost) => {
          const harness = createDoor({ lock, aheadMs })
          if (isLost) harness.simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
          const outcome = await outcomeOf(harness.clock, harness.door.unlock().done)
          expect(outcome).toMatchObject({ value: { reportedBy: 'records' } })
          expect(countOf(harness.simulator.journal, 'unlock')).toBe(1)
          expect(harness.lock.status).toContainEqual({ code: 'lock_motor_state', value: false })
        },
      ),
      { numRuns: 20 },
    )
  }, 60_000)

  it('is confirmed by the record of its password', async () => {
    const harness = createDoor({ lock: garage })
    storePassword(harness, '123456')
    const attempt = harness.door.openDoor({ password: '123456' })
    expect(await outcomeOf(harness.clock, attempt.done)).toMatchObject({
      value: { reportedBy: 'records' },
    })
  })
})

describe('an unlock that the lock did not execute', () => {
  it('has an unknown outcome, whatever unlocks of other times, users and methods are recorded', async () => {
    await fc.assert(
      fc.asyncProperty(
        ahead,
        fc.constantFrom(frontDoor, garage),
        fc.boolean(),
        fc.constantFrom(
          { afterMs: -60_000 },
          { afterMs: -2_000 },
          { type: 'unlock_fingerprint', afterMs: 2_000 },
          { userId: '1002', afterMs: 2_000 },
        ),
        async (aheadMs, lock, isLost, record) => {
          const harness = createDoor({ lock, aheadMs })
          harness.lock.jammed = true
          logUnlock(harness, record)
          if (isLost) harness.simulator.faults.next('doorLock.passwordFreeOpen', 'drop-before')
          const outcome = await outcomeOf(harness.clock, harness.door.unlock().done)
          expect(outcome).toMatchObject({ error: { kind: 'outcome-unknown' } })
          expect(countOf(harness.simulator.journal, 'unlock')).toBe(isLost ? 0 : 1)
        },
      ),
      { numRuns: 40 },
    )
  }, 60_000)

  it('has an unknown outcome if the records cannot be read', async () => {
    const harness = createDoor({ lock: frontDoor })
    harness.simulator.faults.always('doorLock.listRecords', { vendorCode: 1106 })
    const outcome = await outcomeOf(harness.clock, harness.door.unlock().done)
    expect(outcome).toMatchObject({
      error: { kind: 'outcome-unknown', causeKind: 'unconfirmed', check: 'device.status' },
    })
  })
})
