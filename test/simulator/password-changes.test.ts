import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator'
import { encryptPassword } from '../../src/crypto/ticket-crypto'
import {
  call,
  codeOf,
  frontDoor,
  garage,
  gardenGate,
  office,
  type Params,
  passwordParams,
  START_SECONDS,
  shed,
  simulated,
  ticketFor,
} from './client'

const MODIFY = 'doorLock.modifyTemporaryPassword'
const DELETE = 'doorLock.deleteTemporaryPassword'
const times = { effective_time: START_SECONDS + 60, invalid_time: START_SECONDS + 7_200 }

const create = (simulator: Simulator, more: Params & { deviceId?: string; pin?: string } = {}) =>
  call<{ id: number }>(
    simulator,
    'doorLock.createTemporaryPassword',
    passwordParams(simulator, more),
  ).id
const read = (simulator: Simulator, password_id: number, device_id: string = frontDoor.id) =>
  call<{ name: string; phase: number }>(simulator, 'doorLock.getTemporaryPassword', {
    device_id,
    password_id,
  })
/** Parameters of the full change, with a ticket of their own. */
const fullChange = (
  simulator: Simulator,
  password_id: number,
  pin = '7777777',
  device_id: string = frontDoor.id,
): Params => {
  const { ticket_id, sessionKey } = ticketFor(simulator, device_id)
  const password = encryptPassword(pin, sessionKey)
  return { device_id, password_id, password, password_type: 'ticket', ticket_id, ...times }
}
const commandsOf = (simulator: Simulator) => simulator.journal.map(({ command }) => command)

describe('a temporary password without a name', () => {
  const CREATE = 'doorLock.createTemporaryPasswordWithoutName'
  const nameless = (simulator: Simulator, pin: string) => {
    const { name, ...params } = passwordParams(simulator, { pin })
    return params
  }

  it('can be created any number of times, and is read with an empty name', () => {
    const simulator = simulated()
    const { id } = call<{ id: number }>(simulator, CREATE, nameless(simulator, '1111111'))
    call(simulator, CREATE, nameless(simulator, '2222222'))
    expect(read(simulator, id).name).toBe('')
    expect(commandsOf(simulator)).toEqual(['create-password', 'create-password'])
  })

  it('is refused with a name, a spent ticket or a duplicate PIN', () => {
    const simulator = simulated()
    const params = nameless(simulator, '1111111')
    expect(codeOf(simulator, CREATE, { ...params, name: 'Guest' })).toBe(1109)
    call(simulator, CREATE, params)
    expect(codeOf(simulator, CREATE, params)).toBe(2405)
    expect(codeOf(simulator, CREATE, nameless(simulator, '1111111'))).toBe(2322)
  })
})

describe('the full change of a temporary password', () => {
  it('sends a new PIN and new times to the lock once', () => {
    const simulator = simulated()
    const id = create(simulator)
    simulator.clock.advance(2_000)
    expect(call(simulator, MODIFY, { ...fullChange(simulator, id), name: 'Plumber' })).toBe(true)
    expect(read(simulator, id)).toMatchObject({ name: 'Plumber', phase: 1, ...times })
    simulator.clock.advance(2_000)
    expect(read(simulator, id).phase).toBe(2)
    expect(commandsOf(simulator)).toEqual(['create-password', 'modify-password'])
    expect(simulator.world.temporaryPasswords.find((one) => one.id === String(id))?.pin).toBe(
      '7777777',
    )
  })

  it('waits for an offline lock, which then receives only the changed password', () => {
    const simulator = simulated()
    const id = create(simulator, { deviceId: shed.id })
    call(simulator, MODIFY, fullChange(simulator, id, '7777777', shed.id))
    expect(commandsOf(simulator)).toEqual([])
    simulator.lock(shed.id).online = true
    expect(commandsOf(simulator)).toEqual(['create-password'])
  })

  it('resends a password whose delivery failed', () => {
    const simulator = simulated()
    const id = create(simulator)
    for (const password of simulator.world.temporaryPasswords)
      if (password.id === String(id)) password.state = 'failed-to-send'
    call(simulator, MODIFY, fullChange(simulator, id))
    simulator.clock.advance(2_000)
    expect(read(simulator, id).phase).toBe(2)
    expect(commandsOf(simulator)).toEqual(['create-password', 'create-password'])
  })

  it('requires all of its parameters, and spends its ticket', () => {
    const simulator = simulated()
    const id = create(simulator)
    const params = fullChange(simulator, id)
    for (const missing of ['password', 'ticket_id', 'effective_time', 'invalid_time'])
      expect(codeOf(simulator, MODIFY, { ...params, [missing]: '' }), missing).toBe(1100)
    expect(codeOf(simulator, MODIFY, params)).toBeUndefined()
    expect(codeOf(simulator, MODIFY, params)).toBe(2405)
  })

  it('is refused for the same invalid values as a creation', () => {
    const simulator = simulated()
    const id = create(simulator)
    create(simulator, { pin: '2222222', name: 'Other' })
    const change = (more: Params, pin?: string) =>
      codeOf(simulator, MODIFY, { ...fullChange(simulator, id, pin), ...more })
    expect(change({}, '123456')).toBe(2314)
    expect(change({}, '2222222')).toBe(2322)
    expect(change({ name: 'Other' })).toBe(2316)
    expect(change({ effective_time: START_SECONDS - 1 })).toBe(2318)
    expect(change({ invalid_time: times.effective_time })).toBe(1109)
    expect(change({ password_id: 7 })).toBe(2323)
  })

  it('is refused for Bluetooth locks, which cannot change a password', () => {
    const simulator = simulated()
    const id = create(simulator, { deviceId: gardenGate.id, pin: '123456' })
    const params = fullChange(simulator, id, '654321', gardenGate.id)
    expect(codeOf(simulator, MODIFY, params)).toBe(2004)
  })
})

describe('the rename of a temporary password', () => {
  it('changes the name in the cloud only, without a ticket', () => {
    const simulator = simulated()
    const id = create(simulator, { deviceId: gardenGate.id, pin: '123456' })
    simulator.clock.advance(2_000)
    const rename = { device_id: gardenGate.id, password_id: id, name: 'Gardener' }
    call(simulator, MODIFY, { ...rename, password: '', ticket_id: '', effective_time: '' })
    expect(read(simulator, id, gardenGate.id)).toMatchObject({ name: 'Gardener', phase: 2 })
    expect(commandsOf(simulator)).toEqual(['create-password', 'rename-password'])
  })

  it('sends a command to the lock if it also changes the times', () => {
    const simulator = simulated()
    const id = create(simulator)
    call(simulator, MODIFY, { device_id: frontDoor.id, password_id: id, name: 'Guest', ...times })
    expect(commandsOf(simulator)).toEqual(['create-password', 'modify-password'])
  })

  it('is refused without a name, with a used name, and for access control', () => {
    const simulator = simulated()
    const id = create(simulator)
    create(simulator, { pin: '2222222', name: 'Other' })
    const rename = { device_id: frontDoor.id, password_id: id }
    expect(codeOf(simulator, MODIFY, { ...rename, phone: '1' })).toBe(1100)
    expect(codeOf(simulator, MODIFY, { ...rename, name: 'Other' })).toBe(2316)
    expect(codeOf(simulator, MODIFY, { ...rename, device_id: office.id, name: 'X' })).toBe(2004)
  })
})

describe('the deletion of a temporary password', () => {
  it('is pending until the lock confirms it', () => {
    const simulator = simulated()
    const id = create(simulator)
    simulator.clock.advance(2_000)
    const params = { device_id: frontDoor.id, password_id: String(id) }
    expect(call(simulator, DELETE, params)).toBe(true)
    expect(call(simulator, DELETE, params)).toBe(true)
    expect(read(simulator, id).phase).toBe(3)
    expect(codeOf(simulator, MODIFY, { ...params, name: 'Too late' })).toBe(2324)
    simulator.clock.advance(2_000)
    expect(read(simulator, id).phase).toBe(0)
    expect(codeOf(simulator, DELETE, params)).toBe(2323)
    expect(commandsOf(simulator)).toEqual(['create-password', 'delete-password'])
  })

  it('is refused with a separate code if a Zigbee lock does not have the password', () => {
    expect(codeOf(simulated(), DELETE, { device_id: garage.id, password_id: '7' })).toBe(2310)
  })

  it('cancels a password that was not sent to an offline lock', () => {
    const simulator = simulated()
    const id = create(simulator, { deviceId: shed.id })
    const params = { device_id: shed.id, password_id: String(id) }
    call(simulator, DELETE, params)
    simulator.lock(shed.id).online = true
    simulator.clock.advance(2_000)
    expect(codeOf(simulator, DELETE, params)).toBe(2323)
    expect(commandsOf(simulator)).toEqual([])
  })

  it('of all invalid passwords keeps the valid ones', () => {
    const simulator = simulated()
    const id = create(simulator)
    const clear = () =>
      call(simulator, 'doorLock.removalInvalidTempPasswords', { device_id: frontDoor.id })
    expect([clear(), clear()]).toEqual([true, true])
    expect(simulator.world.temporaryPasswords.map((one) => one.id)).toEqual([String(id)])
  })
})
