import { describe, expect, it } from 'vitest'
import { frontDoor, gardenGate, START_SECONDS, simulated } from '../client'

const DAY_S = 86_400

const parcel = {
  id: '1',
  lockId: frontDoor.id,
  name: '',
  pin: '5551112223',
  kind: 'once',
  effectiveTime: START_SECONDS,
  invalidTime: START_SECONDS + DAY_S,
  revoked: false,
} as const

describe('a PIN typed at the keypad', () => {
  it('unlocks and is logged, although the lock is offline', () => {
    const simulator = simulated()
    const lock = simulator.lock(frontDoor.id)
    lock.online = false
    simulator.world.offlinePasswords.push({ ...parcel })
    expect(simulator.typeCode(frontDoor.id, parcel.pin)).toBe('opened')
    expect(lock.status).toContainEqual({ code: 'lock_motor_state', value: true })
    expect(simulator.world.log.at(-1)).toMatchObject({ type: 'unlock_offline_pd', value: '1' })
    expect(simulator.journal).toEqual([])
  })

  it('unlocks if it is a temporary password that is valid now', () => {
    const simulator = simulated()
    const [painter] = simulator.world.temporaryPasswords
    if (painter === undefined) throw new Error('the seed has none')
    expect(simulator.typeCode(frontDoor.id, painter.pin)).toBe('wrong')
    Object.assign(painter, { invalidTime: START_SECONDS + 1, type: 1 })
    expect(simulator.typeCode(frontDoor.id, painter.pin)).toBe('opened')
    expect(simulator.world.log.at(-1)).toMatchObject({ type: 'unlock_temporary' })
    expect(simulator.typeCode(frontDoor.id, painter.pin)).toBe('wrong')
  })

  it('raises an alarm if it belongs to another lock', () => {
    const simulator = simulated()
    simulator.world.offlinePasswords.push({ ...parcel })
    expect(simulator.typeCode(gardenGate.id, parcel.pin)).toBe('wrong')
    expect(simulator.world.log.at(-1)).toMatchObject({
      lockId: gardenGate.id,
      type: 'alarm_lock',
      value: 'wrong_password',
    })
  })

  it('is rejected by a Bluetooth lock that has not received T0', () => {
    const simulator = simulated()
    simulator.world.offlinePasswords.push({ ...parcel, lockId: gardenGate.id })
    const { status, pairedAt } = simulator.lock(gardenGate.id)
    const t0 = { code: 'password_offline_time', value: pairedAt.toString(16) }
    status.push(t0)
    expect(simulator.typeCode(gardenGate.id, parcel.pin)).toBe('wrong')
    t0.value = String(pairedAt)
    expect(simulator.typeCode(gardenGate.id, parcel.pin)).toBe('opened')
  })

  it('throws for an unknown lock', () => {
    expect(() => simulated().typeCode('vdevo-nowhere', '1')).toThrow(RangeError)
  })
})
