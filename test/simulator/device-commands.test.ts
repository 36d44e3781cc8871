import { describe, expect, it } from 'vitest'
import { seed } from '../../simulator'
import { decryptPassword } from '../../src/crypto/ticket-crypto'
import {
  call,
  cellar,
  codeOf,
  frontDoor,
  garage,
  shed,
  simulated,
  statusOf,
  unlock,
} from './client'

const device_id = frontDoor.id

describe('the switch for remote unlocking', () => {
  const CONFIG = 'doorLock.remoteUnlockConfig'

  it('allows remote unlocks on a lock that refused them before', () => {
    const simulator = simulated()
    expect(unlock(simulator, cellar.id)).toBe(2324)
    const on = { device_id: cellar.id, remote_unlock_type: 'remoteUnlockWithoutPwd', open: true }
    expect([call(simulator, CONFIG, on), call(simulator, CONFIG, on)]).toEqual([true, true])
    expect(unlock(simulator, cellar.id)).toBeUndefined()
    expect(call(simulator, 'doorLock.remoteUnlocks', { device_id: cellar.id })).toMatchObject([
      { remote_unlock_type: 'remoteUnlockWithoutPwd', open: true },
      { remote_unlock_type: 'remoteUnlockWithPwd', open: false },
    ])
  })

  it('is refused under a name that is not documented', () => {
    const params = { device_id, remote_unlock_type: '', open: true }
    expect(codeOf(simulated(), CONFIG, params)).toBe(1109)
  })
})

describe('an unlock request at the door', () => {
  const CANCEL = 'doorLock.cancelPasswordFreeOpen'
  const waiting = () => {
    const simulator = simulated()
    simulator.lock(device_id).unlockRequestedAtMs = simulator.clock.now()
    return simulator
  }

  it('can be rejected once', () => {
    const simulator = waiting()
    expect(call(simulator, CANCEL, { device_id, type: 1 })).toBe(true)
    expect(codeOf(simulator, CANCEL, { device_id, type: 1 })).toBe(2324)
    expect(simulator.journal).toMatchObject([{ command: 'refuse-unlock', detail: { type: 1 } }])
  })

  it('ends when the door is unlocked', () => {
    const simulator = waiting()
    unlock(simulator, device_id)
    expect(codeOf(simulator, CANCEL, { device_id, type: 2 })).toBe(2324)
  })

  it('can be rejected only while it is open, for a documented reason, on a supported lock type', () => {
    expect(codeOf(simulated(), CANCEL, { device_id, type: 1 })).toBe(2324)
    expect(codeOf(waiting(), CANCEL, { device_id, type: 3 })).toBe(1109)
    expect(codeOf(simulated(), CANCEL, { device_id: garage.id, type: 1 })).toBe(2004)
  })
})

describe('a data point command', () => {
  const CONTROL = 'device.control'
  const send = (code: string, value: unknown, lock: string = device_id) => ({
    device_id: lock,
    commands: [{ code, value }],
  })

  it('moves the bolt in both directions, and logs each movement', () => {
    const simulator = simulated()
    call(simulator, CONTROL, send('lock_motor_state', true))
    expect(statusOf(simulator, device_id, 'lock_motor_state')).toBe(true)
    call(simulator, CONTROL, send('lock_motor_state', false))
    expect(statusOf(simulator, device_id, 'lock_motor_state')).toBe(false)
    expect(simulator.journal.map(({ command }) => command)).toEqual(['unlock', 'lock'])
    const logged = simulator.world.log.filter(({ timeMs }) => timeMs > 1.76e12)
    expect(logged.map(({ category }) => category)).toEqual(['unlock_record', 'close_record'])
  })

  it('changes the status of the lock', () => {
    const simulator = simulated()
    call(simulator, CONTROL, send('beep_volume', 'mute'))
    expect(statusOf(simulator, device_id, 'beep_volume')).toBe('mute')
    expect(simulator.journal).toMatchObject([
      { command: 'control', detail: { codes: ['beep_volume'] } },
    ])
  })

  it('is refused if the lock lacks the data point, only reports it, or is offline', () => {
    const code = (params: object) => codeOf(simulated(), CONTROL, { ...params })
    expect(code(send('switch_led', true))).toBe(2008)
    expect(code(send('residual_electricity', 100))).toBe(2008)
    expect(code(send('lock_motor_state', 'open'))).toBe(2008)
    expect(code(send('lock_motor_state', true, shed.id))).toBe(2001)
    expect(code({ device_id, commands: [] })).toBe(1100)
    expect(code({ device_id, commands: { code: 'beep_volume', value: 'mute' } })).toBe(1104)
  })

  it('has the data point number that the lock lists', () => {
    const points = call(simulated(), 'doorLock.getAvailableInstructions', { device_id })
    expect(points).toContainEqual({ dp_code: 'unlock_fingerprint', dp_id: 1 })
  })
})

describe('the pairing key', () => {
  const KEY = 'device.pairingAuthKey'
  const params = {
    home_id: Number(seed.home.id),
    uuid: frontDoor.uuid,
    uid: seed.members.owner.uid,
  }

  it('is the key of the device, encrypted differently for each call', () => {
    const simulator = simulated()
    const keys = [1, 2].map(() =>
      call<{ encrypted_auth_key: string; random: string }>(simulator, KEY, params),
    )
    for (const { encrypted_auth_key, random } of keys)
      expect(decryptPassword(encrypted_auth_key, random)).toBe(frontDoor.authKey)
    expect(keys[0]).not.toEqual(keys[1])
  })

  it('is refused for another home, an unknown user or an unknown device', () => {
    const code = (change: object) => codeOf(simulated(), KEY, { ...params, ...change })
    expect(code({ home_id: seed.home.id })).toBeUndefined()
    expect(code({ home_id: 7 })).toBe(1106)
    expect(code({ uid: 'unknown' })).toBe(2006)
    expect(code({ uuid: 'unknown' })).toBe(2010)
  })
})
