import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { failureOf, pass, settle } from '../support/settle'
import { commandsOf, createDoorHarness } from './door-harness'

const { frontDoor, shed } = seed.locks
const families = ['mini-program'] as const
const OPEN = 'doorLock.passwordFreeOpen'

describe('an unlock that cannot succeed', () => {
  it('fails with the error of the cloud', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    harness.simulator.faults.next(OPEN, { vendorCode: 2312 })
    expect(await failureOf(harness.clock, harness.door.unlock().done)).toMatchObject({
      kind: 'vendor',
      code: 2312,
      class: 'offline',
    })
    expect(harness.timers.now).toBe(0)
  })

  it('is not supported if the lock or the panel has no such operation', async () => {
    const overPanel = { lock: frontDoor, families: ['panel'], dataPoints: true } as const
    const cases = [
      ['unlock', createDoorHarness(overPanel)],
      ['openDoor', createDoorHarness({ lock: seed.locks.office, families })],
    ] as const
    for (const [method, { door, clock, steps }] of cases) {
      const attempt = method === 'unlock' ? door.unlock() : door.openDoor({ password: '111111' })
      expect(await failureOf(clock, attempt.done)).toMatchObject({
        kind: 'unsupported',
        action: `remoteUnlock.${method}`,
      })
      expect(steps).toEqual([])
    }
  })

  it('is rejected if its time limit is invalid', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    for (const timeoutMs of [0, -1, Number.NaN, '5000' as never, null as never])
      expect(await failureOf(harness.clock, harness.door.unlock({ timeoutMs }).done)).toMatchObject(
        {
          kind: 'params',
          issues: [{ path: 'timeoutMs' }],
        },
      )
    expect(harness.steps).toEqual([])
  })
})

describe('remote unlock', () => {
  it('accepts null as options from a JavaScript caller', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families, dataPoints: true })
    await settle(harness.clock, harness.door.unlock(null as never).done)
    await settle(harness.clock, harness.door.lock(null as never).done)
    await settle(harness.clock, harness.door.accept(null as never).done)
    expect(commandsOf(harness)).toEqual(['unlock', 'lock', 'unlock'])
    expect(await settle(harness.clock, harness.door.mayUnlock(null as never))).toEqual({
      allowed: true,
    })
  })

  it('ends in time although the clock of the phone is set back', async () => {
    for (const dataPoints of [true, false]) {
      const harness = createDoorHarness({ lock: frontDoor, families, dataPoints })
      harness.lock.jammed = true
      let offsetMs = 0
      const { clock: scheduler = harness.clock } = harness.options
      const now = () => scheduler.now() + offsetMs
      const door = remoteUnlock(harness.panel, harness.deviceId, {
        ...harness.options,
        clock: { now, schedule: scheduler.schedule },
      })
      const startMs = harness.clock.now()
      const attempt = door.unlock()
      await pass(harness.clock, 2_000)
      offsetMs = -3_600_000
      expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
        kind: 'outcome-unknown',
      })
      expect(harness.clock.now() - startMs).toBe(15_000)
      expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
    }
  })

  it('fails before the ticket if the state of the lock prevents the command', async () => {
    const switchedOff = createDoorHarness({ lock: seed.locks.cellar, families })
    const offline = createDoorHarness({ lock: shed, families })
    const unknownUser = createDoorHarness({ lock: frontDoor, families })
    unknownUser.lock.users.length = 0
    for (const [harness, reason] of [
      [switchedOff, 'switched-off'],
      [offline, 'offline'],
      [unknownUser, 'no-permission'],
    ] as const) {
      expect(await failureOf(harness.clock, harness.door.unlock().done)).toMatchObject({
        kind: 'lock',
        reason,
      })
      expect(harness.steps).not.toContain('doorLock.passwordTicket')
    }
  })

  it('lets the cloud decide if the state of the lock cannot be read', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families, dataPoints: true })
    for (const name of ['doorLock.remoteUnlocks', 'device.getListByIds', 'doorLock.getUser'])
      harness.simulator.faults.always(name, 'drop-after')
    harness.simulator.faults.always('device.status', 'slow')
    const startMs = harness.clock.now()
    await settle(harness.clock, harness.door.unlock().done)
    expect(harness.clock.now() - startMs).toBeLessThanOrEqual(5_000)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })
})
