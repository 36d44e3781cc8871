import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator'
import {
  call,
  codeOf,
  frontDoor,
  garage,
  gardenGate,
  type Params,
  passwordParams,
  START_SECONDS,
  shed,
  simulated,
  ticketFor,
} from './client'

const CREATE = 'doorLock.createTemporaryPassword'

interface Row {
  readonly password_id: number
  readonly name: string
  readonly phase: number
  readonly delivery_status: number
}
const list = (simulator: Simulator, valid: boolean, device_id: string = frontDoor.id) =>
  call<Row[]>(simulator, 'doorLock.getTemporaryPasswordList', { device_id, valid })

const create = (simulator: Simulator, more: Params & { deviceId?: string; pin?: string } = {}) =>
  call<{ id: number }>(simulator, CREATE, passwordParams(simulator, more)).id

const refusalOf = (more: Params & { deviceId?: string; pin?: string }) => {
  const simulator = simulated()
  const code = codeOf(simulator, CREATE, passwordParams(simulator, more))
  expect(list(simulator, true)).toEqual([])
  return code
}

describe('a temporary password', () => {
  it('is created, sent, and listed as invalid after it expires', () => {
    const simulator = simulated()
    const before = list(simulator, false)
    const id = create(simulator, { name: 'Plumber' })
    expect(list(simulator, true)).toMatchObject([
      { password_id: id, name: 'Plumber', phase: 1, delivery_status: 1 },
    ])
    simulator.clock.advance(2_000)
    expect(list(simulator, true)).toMatchObject([{ phase: 2, delivery_status: 2 }])
    simulator.clock.advance(86_400_000)
    expect(list(simulator, true)).toEqual([])
    expect(list(simulator, false)).toHaveLength(before.length + 1)
  })

  it('appears in the journal without its PIN', () => {
    const simulator = simulated()
    const id = create(simulator, { name: 'Plumber', pin: '9081726' })
    expect(simulator.journal).toEqual([
      {
        at: simulator.clock.now(),
        deviceId: frontDoor.id,
        command: 'create-password',
        action: CREATE,
        reached: 'lock',
        detail: { passwordId: String(id), name: 'Plumber' },
      },
    ])
  })

  it('is sent when its offline lock comes online', () => {
    const simulator = simulated()
    create(simulator, { deviceId: shed.id })
    simulator.clock.advance(60_000)
    expect(list(simulator, true, shed.id)).toMatchObject([{ phase: 1 }])
    expect(simulator.journal).toEqual([])
    simulator.lock(shed.id).online = true
    expect(simulator.journal).toMatchObject([{ command: 'create-password' }])
    simulator.clock.advance(2_000)
    expect(list(simulator, true, shed.id)).toMatchObject([{ phase: 2 }])
  })

  it.each([
    ['zigbee', garage.id, 'deleted', 4],
    ['zigbee', garage.id, 'failed-to-send', 5],
    ['ble', gardenGate.id, 'deleted', 0],
    ['ble', gardenGate.id, 'failed-to-send', 7],
  ] as const)('has the phases of a %s lock (%s, %s: %i)', (_type, deviceId, state, phase) => {
    const simulator = simulated()
    create(simulator, { deviceId, pin: '123456', type: 0 })
    for (const password of simulator.world.temporaryPasswords)
      if (password.lockId === deviceId) password.state = state
    expect(list(simulator, true, deviceId)).toEqual([])
    expect(list(simulator, false, deviceId)).toMatchObject([{ phase }])
  })

  it('is listed with its schedule', () => {
    const simulator = simulated()
    const schedule_list = [{ effective_time: 450, invalid_time: 510, working_day: 38 }]
    create(simulator, { schedule_list, time_zone: 'Europe/London' })
    expect(list(simulator, true)).toMatchObject([{ schedule_list, time_zone: 'Europe/London' }])
  })
})

describe('a temporary password is refused', () => {
  it('if its length is not that of the lock', () => {
    expect(refusalOf({ pin: '123456' })).toBe(2314)
    expect(refusalOf({ deviceId: gardenGate.id, pin: '1234567' })).toBe(2314)
    expect(refusalOf({ deviceId: garage.id, pin: '1234567', type: 1 })).toBe(2314)
  })

  it('if it is not encrypted with the key of its ticket', () => {
    const simulator = simulated()
    const other = ticketFor(simulator, frontDoor.id)
    const params = passwordParams(simulator, {})
    expect(codeOf(simulator, CREATE, { ...params, ticket_id: other.ticket_id })).toBe(1109)
    expect(refusalOf({ password: '1234567' })).toBe(1109)
    expect(refusalOf({ pin: '12a4567' })).toBe(1109)
  })

  it('if its ticket was spent before', () => {
    const simulator = simulated()
    const params = passwordParams(simulator, {})
    expect(codeOf(simulator, CREATE, params)).toBeUndefined()
    expect(codeOf(simulator, CREATE, { ...params, name: 'Again' })).toBe(2405)
    expect(list(simulator, true)).toHaveLength(1)
  })

  it('if its period is in the past, empty or in milliseconds', () => {
    expect(refusalOf({ effective_time: START_SECONDS - 1 })).toBe(2318)
    expect(refusalOf({ invalid_time: START_SECONDS })).toBe(1109)
    expect(refusalOf({ effective_time: START_SECONDS * 1000 })).toBe(1109)
  })

  it('if its schedule has no named time zone', () => {
    const schedule_list = [{ effective_time: 450, invalid_time: 510, working_day: 38 }]
    expect(refusalOf({ schedule_list })).toBe(1100)
    expect(refusalOf({ schedule_list, time_zone: 'UTC' })).toBe(1109)
    expect(refusalOf({ schedule_list, time_zone: '+08:00' })).toBe(1109)
  })

  it('if a valid password has the same name or PIN', () => {
    const simulator = simulated()
    create(simulator, { name: 'Cat sitter' })
    const sameName = passwordParams(simulator, { name: 'Cat sitter', pin: '7777777' })
    const samePin = passwordParams(simulator, { name: 'Dog sitter' })
    expect(codeOf(simulator, CREATE, sameName)).toBe(2316)
    expect(codeOf(simulator, CREATE, samePin)).toBe(2322)
    simulator.clock.advance(86_400_000)
    const times = { effective_time: START_SECONDS + 86_400, invalid_time: START_SECONDS + 90_000 }
    expect(create(simulator, { name: 'Cat sitter', ...times })).toEqual(expect.any(Number))
  })

  it('if the lock already has 99 passwords', () => {
    const simulator = simulated()
    const pins = Array.from({ length: 100 }, (_, index) => String(1_000_000 + index))
    const codes = pins.map((pin) => codeOf(simulator, CREATE, passwordParams(simulator, { pin })))
    expect(codes.slice(0, 99).every((code) => code === undefined)).toBe(true)
    expect(codes[99]).toBe(2307)
    expect(list(simulator, true)).toHaveLength(99)
  })

  it('if its type is absent on a Zigbee lock', () => {
    expect(refusalOf({ deviceId: garage.id, pin: '123456' })).toBe(1100)
  })
})
