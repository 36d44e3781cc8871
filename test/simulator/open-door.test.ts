import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator'
import { encryptPassword } from '../../src/crypto/ticket-crypto'
import {
  call,
  codeOf,
  frontDoor,
  garage,
  passwordParams,
  simulated,
  statusOf,
  ticketFor,
} from './client'

describe('an unlock with a password', () => {
  const OPEN = 'doorLock.openDoor'
  const params = (simulator: Simulator, pin: string) => {
    const { ticket_id, sessionKey } = ticketFor(simulator, garage.id)
    const password = encryptPassword(pin, sessionKey)
    return { device_id: garage.id, password, password_type: 'ticket', ticket_id }
  }
  /** A password that the garage has after two seconds. */
  const withPassword = (type: number) => {
    const simulator = simulated()
    const created = passwordParams(simulator, { deviceId: garage.id, pin: '123456', type })
    call(simulator, 'doorLock.createTemporaryPassword', created)
    simulator.clock.advance(2_000)
    return simulator
  }

  it('moves the bolt if the lock has the password', () => {
    const simulator = withPassword(0)
    const openParams = params(simulator, '123456')
    expect(call(simulator, OPEN, openParams)).toBe(true)
    expect(codeOf(simulator, OPEN, openParams)).toBe(2405)
    expect(codeOf(simulator, OPEN, params(simulator, '123456'))).toBeUndefined()
    expect(statusOf(simulator, garage.id, 'lock_motor_state')).toBe(true)
    expect(simulator.journal.map(({ command }) => command)).toEqual([
      'create-password',
      'unlock',
      'unlock',
    ])
  })

  it('works once with a single-use password', () => {
    const simulator = withPassword(1)
    call(simulator, OPEN, params(simulator, '123456'))
    expect(codeOf(simulator, OPEN, params(simulator, '123456'))).toBe(2315)
  })

  it('is refused with a wrong password, and raises an alarm', () => {
    const simulator = withPassword(0)
    expect(codeOf(simulator, OPEN, params(simulator, '654321'))).toBe(2315)
    const { records } = call<{ records: object[] }>(simulator, 'doorLock.alarmLogs', {
      device_id: garage.id,
      codes: '',
      page_no: 1,
      page_size: 10,
    })
    expect(records).toMatchObject([{ status: [{ code: 'alarm_lock', value: 'wrong_password' }] }])
    expect(statusOf(simulator, garage.id, 'alarm_lock')).toBe('wrong_password')
  })

  it('is refused if the password, its length, the switch or the lock type does not allow it', () => {
    const simulator = withPassword(0)
    expect(codeOf(simulator, OPEN, params(simulator, '1234567'))).toBe(2314)
    simulator.clock.advance(86_400_000)
    expect(codeOf(simulator, OPEN, params(simulator, '123456'))).toBe(2315)
    call(simulator, 'doorLock.remoteUnlockConfig', {
      device_id: garage.id,
      remote_unlock_type: 'remoteUnlockWithPwd',
      open: false,
    })
    expect(codeOf(simulator, OPEN, params(simulator, '123456'))).toBe(2324)
    expect(
      codeOf(simulator, OPEN, { ...params(simulator, '123456'), device_id: frontDoor.id }),
    ).toBe(2004)
  })

  it('follows the schedule of the password in the local time of the lock', () => {
    const opensAt = (working_day: number) => {
      const simulator = simulated()
      const hour = { effective_time: 780, invalid_time: 840, working_day }
      const more = { schedule_list: [hour], time_zone: 'Europe/London', type: 0 }
      const created = passwordParams(simulator, { deviceId: garage.id, pin: '123456', ...more })
      call(simulator, 'doorLock.createTemporaryPassword', created)
      simulator.clock.advance(2_000)
      return codeOf(simulator, OPEN, params(simulator, '123456'))
    }
    expect(opensAt(0b0001000)).toBeUndefined()
    expect(opensAt(0b0010000)).toBe(2315)
  })
})
