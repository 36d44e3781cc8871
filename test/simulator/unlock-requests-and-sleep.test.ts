import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator'
import { encryptPassword } from '../../src/crypto/ticket-crypto'
import {
  call,
  codeOf,
  frontDoor,
  garage,
  gardenGate,
  passwordParams,
  simulated,
  statusOf,
  ticketFor,
  unlock,
} from './client'

const device_id = frontDoor.id
const CANCEL = 'doorLock.cancelPasswordFreeOpen'

describe('an unlock request at the door', () => {
  /** A simulator, and the values that the lock reports for requests. */
  const withReports = () => {
    const simulator = simulated()
    const reported: unknown[] = []
    simulator.asDataPoints({ deviceId: device_id }).reports$.subscribe((report) => {
      if ('unlock_request' in report) reported.push(report.unlock_request)
    })
    return { simulator, reported }
  }

  it('expires after the number of seconds that the lock reports', () => {
    const { simulator, reported } = withReports()
    simulator.askToUnlock(device_id, 20)
    expect(statusOf(simulator, device_id, 'unlock_request')).toBe(20)
    simulator.clock.advance(19_999)
    expect(simulator.lock(device_id).unlockRequestedAtMs).toBeDefined()
    simulator.clock.advance(1)
    expect(codeOf(simulator, CANCEL, { device_id, type: 1 })).toBe(2324)
    expect(reported).toEqual([20, 0])
  })

  it('ends when the door is unlocked or the request is rejected', () => {
    const { simulator, reported } = withReports()
    simulator.askToUnlock(device_id)
    unlock(simulator, device_id)
    simulator.askToUnlock(device_id)
    call(simulator, CANCEL, { device_id, type: 1 })
    simulator.clock.advance(60_000)
    expect(reported).toEqual([30, 0, 30, 0])
  })

  it('can be repeated before it expires, and then runs for its full time', () => {
    const { simulator, reported } = withReports()
    simulator.askToUnlock(device_id, 10)
    simulator.clock.advance(6_000)
    simulator.askToUnlock(device_id, 10)
    simulator.clock.advance(9_000)
    expect(reported).toEqual([10, 10])
    simulator.clock.advance(1_000)
    expect(reported).toEqual([10, 10, 0])
  })

  it('wakes the lock, and throws for a lock without an unlock button', () => {
    const simulator = simulated()
    simulator.lock(device_id).asleepUntilMs = Number.POSITIVE_INFINITY
    simulator.askToUnlock(device_id)
    expect(unlock(simulator, device_id)).toBeUndefined()
    expect(simulator.journal).toHaveLength(1)
    expect(() => simulator.askToUnlock(gardenGate.id)).toThrow(RangeError)
  })
})

describe('a command of the cloud to a sleeping lock', () => {
  const asleep = (lockId: string = device_id, ms = 30_000) => {
    const simulator = simulated()
    simulator.lock(lockId).asleepUntilMs = simulator.clock.now() + ms
    return simulator
  }
  const commandsOf = ({ journal }: Simulator) => journal.map(({ command }) => command)
  const lockUp = (simulator: Simulator) =>
    call(simulator, 'device.control', {
      device_id,
      commands: [{ code: 'lock_motor_state', value: false }],
    })

  it('is accepted, and executes when the lock wakes', () => {
    const simulator = asleep()
    expect(unlock(simulator, device_id)).toBeUndefined()
    expect(lockUp(simulator)).toBe(true)
    simulator.clock.advance(29_999)
    expect(commandsOf(simulator)).toEqual([])
    simulator.clock.advance(1)
    expect(simulator.journal).toMatchObject([
      { command: 'unlock', at: simulator.clock.now() },
      { command: 'lock', at: simulator.clock.now() },
    ])
  })

  it('is lost if the lock is offline when it wakes, or never wakes', () => {
    const offline = asleep()
    unlock(offline, device_id)
    offline.lock(device_id).online = false
    const never = asleep(device_id, Number.POSITIVE_INFINITY)
    expect(lockUp(never)).toBe(true)
    for (const simulator of [offline, never]) {
      simulator.clock.advance(600_000)
      expect(commandsOf(simulator)).toEqual([])
    }
  })

  it('with a password is verified when the lock wakes, so a wrong password raises its alarm only then', () => {
    const simulator = asleep(garage.id)
    call(
      simulator,
      'doorLock.createTemporaryPassword',
      passwordParams(simulator, { deviceId: garage.id, pin: '123456', type: 0 }),
    )
    const openWith = (pin: string) => {
      const { ticket_id, sessionKey } = ticketFor(simulator, garage.id)
      const password = encryptPassword(pin, sessionKey)
      return codeOf(simulator, 'doorLock.openDoor', {
        device_id: garage.id,
        password,
        password_type: 'ticket',
        ticket_id,
      })
    }
    simulator.clock.advance(2_000)
    expect([openWith('654321'), openWith('123456')]).toEqual([undefined, undefined])
    simulator.clock.advance(28_000)
    expect(statusOf(simulator, garage.id, 'alarm_lock')).toBe('wrong_password')
    expect(commandsOf(simulator)).toEqual(['create-password', 'unlock'])
  })
})
