import { describe, expect, it } from 'vitest'
import { type Simulator, seed } from '../../simulator'
import { call, codeOf, frontDoor, START_SECONDS, simulated } from './client'
import { panelPassword } from './panel-client'

const devId = frontDoor.id
const CREATE = 'tuya.m.device.lock.temppwd.create'
const [painter] = seed.temporaryPasswords
const [guests, parcel] = seed.offlinePasswords

describe('a temporary password of the panel family', () => {
  interface Row {
    readonly id: number
    readonly name: string
    readonly effective: number
    readonly scheduleDetails: string
  }
  const list = (simulator: Simulator) =>
    call<Row[]>(simulator, 'tuya.m.device.lock.temppwd.list', { devId })
  const cleaner = (simulator: Simulator) => list(simulator).find(({ name }) => name === 'Cleaner')

  it('is delivered to the lock, and listed with its schedule as text', () => {
    const simulator = simulated()
    const schedule = '[{"effectiveTime":450,"invalidTime":510,"workingDay":38}]'
    const params = { ...panelPassword(simulator, '1234567', 'Cleaner'), schedule }
    expect(call(simulator, CREATE, params)).toBe(true)
    expect(cleaner(simulator)?.effective).toBe(2)
    simulator.clock.advance(2_000)
    expect(cleaner(simulator)?.effective).toBe(3)
    expect(JSON.parse(cleaner(simulator)?.scheduleDetails ?? '')).toEqual([
      { allDay: false, effectiveTime: 450, invalidTime: 510, workingDay: 38 },
    ])
    expect(simulator.journal).toMatchObject([{ command: 'create-password', action: CREATE }])
  })

  it('is refused if its encryption, its length, its schedule or its name is invalid', () => {
    const simulator = simulated()
    const code = (pin: string, name: string, more: object = {}) =>
      codeOf(simulator, CREATE, { ...panelPassword(simulator, pin, name), ...more })
    expect(code('123456', 'Short')).toBe(2314)
    expect(code('1234567', 'Text', { password: '1234567' })).toBe(1109)
    expect(code('1234567', 'Week', { schedule: 'monday' })).toBe(1109)
    expect(code('1234567', 'Week', { schedule: [] })).toBe(1104)
    expect(code('1234567', 'Blank', { schedule: '' })).toBeUndefined()
    expect(code('2345678', 'Blank')).toBe(2316)
  })

  it('is renamed and deleted by the id of the list', () => {
    const simulator = simulated()
    const rename = 'tuya.m.device.lock.temppwd.name.update'
    const params = { devId, pwdId: Number(painter?.id), name: 'Plumber' }
    expect(call(simulator, rename, params)).toBe(true)
    expect(list(simulator)).toMatchObject([{ name: 'Plumber', id: Number(painter?.id) }])
    expect(codeOf(simulator, rename, { devId, name: 'Painter' })).toBe(1100)
    const remove = () =>
      codeOf(simulator, 'tuya.m.device.lock.temppwd.del', { devId, id: painter?.id })
    expect(remove()).toBeUndefined()
    expect(list(simulator)[0]?.effective).toBe(4)
    simulator.clock.advance(2_000)
    expect([list(simulator), remove()]).toEqual([[], 2323])
  })
})

describe('an offline password of the panel family', () => {
  const GET = 'tuya.m.device.lock.offlinepwd.get'
  const once = { devId, pwdType: '1', gmtStart: 0, gmtExpired: 0 }
  const list = (simulator: Simulator, pwdType: string) =>
    call<{ pwdId: number; pwdName: string; gmtStart: string; status: number }[]>(
      simulator,
      'tuya.m.device.lock.offlinepwd.list',
      { devId, pwdType, offset: 0, limit: 10 },
    )

  it('differs for each call, until the supply is used up', () => {
    const simulator = simulated()
    const supply = simulator.lock(devId).offlineSupply
    const available = () =>
      call(simulator, 'tuya.m.device.lock.offlinepwd.available', { devId, pwdType: '1' })
    supply.once = 2
    const get = () => call<{ pwd: string; pwdId: string }>(simulator, GET, once)
    const [first, second] = [get(), get()]
    expect(first.pwd).toMatch(/^\d{10}$/)
    expect([first.pwd === second.pwd, first.pwdId === second.pwdId]).toEqual([false, false])
    expect(available()).toBe('false')
    expect(codeOf(simulator, GET, once)).toBe(2307)
    expect(list(simulator, '1')).toHaveLength(3)
  })

  it('requires times, rounded to the hour, only if it is for multiple use', () => {
    const simulator = simulated()
    const many = {
      ...once,
      pwdType: '0',
      gmtStart: START_SECONDS + 60,
      gmtExpired: START_SECONDS + 9_000,
    }
    expect(codeOf(simulator, GET, { ...many, pwdType: '1' })).toBe(1109)
    expect(codeOf(simulator, GET, { ...once, pwdType: '0' })).toBe(1100)
    expect(codeOf(simulator, GET, many)).toBeUndefined()
    expect(list(simulator, '0').at(-1)).toMatchObject({
      gmtStart: String(START_SECONDS),
      status: 1,
    })
    expect(codeOf(simulator, GET, { ...many, pwdType: '8' })).toBe(1109)
  })

  it('can be renamed', () => {
    const simulator = simulated()
    const bind = { devId, pwdId: Number(guests?.id), pwdName: 'Friends', mobile: '1' }
    expect(call(simulator, 'tuya.m.device.lock.offlinepwd.bind', bind)).toBe(true)
    expect(list(simulator, '0')).toMatchObject([{ pwdName: 'Friends' }])
  })

  it('gets a new clearing code with each call, and stays valid', () => {
    const simulator = simulated()
    const revoke = { devId, pwdId: Number(guests?.id) }
    const REVOKE = 'tuya.m.device.lock.offlinepwd.revoke'
    expect(call(simulator, REVOKE, revoke)).not.toBe(call(simulator, REVOKE, revoke))
    expect(simulator.lock(devId).offlineSupply.clearOne).toBe(18)
    expect(call(simulator, 'tuya.m.device.lock.offlinepwd.revocable', { devId })).toHaveLength(1)
    expect(codeOf(simulator, REVOKE, { devId, pwdId: Number(parcel?.id) })).toBe(2324)
    expect(codeOf(simulator, REVOKE, { devId, pwdId: 1 })).toBe(2323)
  })
})
