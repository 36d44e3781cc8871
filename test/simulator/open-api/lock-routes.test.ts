import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../../simulator'
import { seed } from '../../../simulator'
import type { TemporaryPassword } from '../../../simulator/world/temporary-password'
import { decryptTicketKey, encryptPassword } from '../../../src/crypto/ticket-crypto'
import {
  call,
  codeOf,
  frontDoor,
  garage,
  type Params,
  passwordParams,
  START_SECONDS,
  simulated,
  statusOf,
  ticketFor,
} from '../client'

const { loft } = seed.locks
const passwords = '/v1.0/devices/{device_id}/door-lock/temp-passwords'
const routes = {
  add: 'POST /v1.0/devices/{device_id}/door-lock/temp-password',
  list: `GET ${passwords}`,
  change: `PUT ${passwords}/{password_id}/modify-password`,
  freeze: `PUT ${passwords}/{password_id}/freeze-password`,
  unfreeze: `PUT ${passwords}/{password_id}/unfreeze-password`,
  remove: `DELETE ${passwords}/{password_id}`,
  removeRecord: `DELETE ${passwords}/{password_id}/record`,
  clear: `POST ${passwords}/rest-password`,
  operate: 'POST /v1.0/smart-lock/devices/{device_id}/password-free/door-operate',
  enter: 'POST /v1.0/devices/{device_id}/door-lock/open-door',
  ticket: 'POST /v1.0/smart-lock/devices/{device_id}/password-ticket',
}

const fromNow = ({ clock }: Simulator) => ({ effective_time: Math.floor(clock.now() / 1000) })

const added = (simulator: Simulator, deviceId: string, pin: string, more: Params = {}): Params => {
  const params = passwordParams(simulator, {
    deviceId,
    pin,
    type: 0,
    ...fromNow(simulator),
    ...more,
  })
  const { id } = call<{ id: number }>(simulator, routes.add, params)
  simulator.clock.advance(2_000)
  return { device_id: deviceId, password_id: id }
}

const stateOf = ({ world }: Simulator, { password_id }: Params): TemporaryPassword['state'] => {
  const found = world.temporaryPasswords.find(({ id }) => id === String(password_id))
  if (found === undefined) throw new Error('there is no such password')
  return found.state
}

const commandsOf = ({ journal }: Simulator) => journal.map(({ command }) => command)

describe('a temporary password of the routes', () => {
  it('is the same password in the mini-program family', () => {
    const simulator = simulated()
    const { password_id } = added(simulator, frontDoor.id, '1234567')
    const rows = call<{ password_id: number }[]>(simulator, 'doorLock.getTemporaryPasswordList', {
      device_id: frontDoor.id,
      valid: true,
    })
    expect(rows).toMatchObject([{ password_id, phase: 2 }])
  })

  it('has the field `id` in lists, and is listed with and without `valid`', () => {
    const simulator = simulated()
    const { password_id } = added(simulator, frontDoor.id, '1234567')
    const ids = (more: Params) =>
      call<{ id: number }[]>(simulator, routes.list, { device_id: frontDoor.id, ...more }).map(
        ({ id }) => id,
      )
    expect(ids({ valid: true })).toEqual([password_id])
    expect(ids({})).toHaveLength(2)
    expect(ids({ valid: false })).not.toContain(password_id)
  })

  it('does not open the door while it is frozen', () => {
    const simulator = simulated()
    const password = added(simulator, garage.id, '123456')
    const enter = () => {
      const { ticket_id, sessionKey } = ticketFor(simulator, garage.id)
      return codeOf(simulator, routes.enter, {
        device_id: garage.id,
        password: encryptPassword('123456', sessionKey),
        password_type: 'ticket',
        ticket_id,
      })
    }
    expect(call(simulator, routes.freeze, password)).toBe(true)
    expect(call(simulator, routes.freeze, password)).toBe(true)
    expect(enter()).toBe(2315)
    expect(call(simulator, routes.unfreeze, password)).toBe(true)
    expect(enter()).toBeUndefined()
    expect(commandsOf(simulator)).toEqual([
      'create-password',
      'freeze-password',
      'unfreeze-password',
      'unlock',
    ])
  })

  it('is frozen on Zigbee locks only, and only after its lock has it', () => {
    const simulator = simulated()
    expect(codeOf(simulator, routes.freeze, added(simulator, frontDoor.id, '1234567'))).toBe(2004)
    simulator.lock(garage.id).online = false
    expect(codeOf(simulator, routes.freeze, added(simulator, garage.id, '123456'))).toBe(2324)
  })

  it('is changed with a new ticket, also on a Bluetooth lock', () => {
    const simulator = simulated()
    const password = added(simulator, frontDoor.id, '1234567')
    const params = passwordParams(simulator, { pin: '7777777', ...fromNow(simulator), ...password })
    expect(call(simulator, routes.change, params)).toBe(true)
    expect(codeOf(simulator, routes.change, params)).toBe(2405)
    const atLoft = added(simulator, loft.id, '123456')
    const pin = { deviceId: loft.id, pin: '654321', ...fromNow(simulator) }
    const change = { ...passwordParams(simulator, pin), ...atLoft }
    expect(call(simulator, routes.change, change)).toBe(true)
  })

  it('is removed while it is valid; after its end only its record is removed', () => {
    const simulator = simulated()
    const password = added(simulator, frontDoor.id, '1234567')
    const expired = { device_id: frontDoor.id, password_id: seed.temporaryPasswords[0]?.id ?? '' }
    expect(codeOf(simulator, routes.removeRecord, password)).toBe(2324)
    expect(call(simulator, routes.remove, password)).toBe(true)
    simulator.clock.advance(2_000)
    expect(call(simulator, routes.list, { device_id: frontDoor.id })).toHaveLength(2)
    expect(stateOf(simulator, password)).toBe('deleted')
    expect(codeOf(simulator, routes.remove, password)).toBe(2323)
    expect(codeOf(simulator, routes.remove, expired)).toBe(2304)
    for (const one of [password, expired])
      expect(call(simulator, routes.removeRecord, one)).toBe(true)
    expect(codeOf(simulator, routes.removeRecord, expired)).toBe(2323)
    expect(call(simulator, routes.list, { device_id: frontDoor.id })).toEqual([])
  })

  it('is deleted by a clearing with all others of its lock, the valid ones too', () => {
    const simulator = simulated()
    const atGarage = added(simulator, garage.id, '123456')
    const password = added(simulator, frontDoor.id, '1234567')
    expect(call(simulator, routes.clear, { device_id: frontDoor.id })).toBe(true)
    expect(stateOf(simulator, password)).toBe('to-be-deleted')
    expect(stateOf(simulator, atGarage)).toBe('sent')
  })

  it('is refused with a start in the past, as in the mini-program family', () => {
    const simulator = simulated()
    const params = passwordParams(simulator, { effective_time: START_SECONDS - 60 })
    expect(codeOf(simulator, routes.add, params)).toBe(2318)
  })
})

describe('the operation of a door', () => {
  const operate = (simulator: Simulator, deviceId: string, more: Params) => {
    const { ticket_id } = call<{ ticket_id: string }>(simulator, routes.ticket, {
      device_id: deviceId,
    })
    return { device_id: deviceId, ticket_id, ...more }
  }

  it('unlocks by default, and locks', () => {
    const simulator = simulated()
    expect(call(simulator, routes.operate, operate(simulator, frontDoor.id, {}))).toBe(true)
    expect(statusOf(simulator, frontDoor.id, 'lock_motor_state')).toBe(true)
    expect(call(simulator, routes.operate, operate(simulator, frontDoor.id, { open: false }))).toBe(
      true,
    )
    expect(statusOf(simulator, frontDoor.id, 'lock_motor_state')).toBe(false)
    expect(commandsOf(simulator)).toEqual(['unlock', 'lock'])
  })

  it('accepts the flag as text, spends its ticket, and answers false for a jammed bolt', () => {
    const simulator = simulated()
    const params = operate(simulator, frontDoor.id, { open: 'true' })
    simulator.lock(frontDoor.id).jammed = true
    expect(call(simulator, routes.operate, params)).toBe(false)
    expect(codeOf(simulator, routes.operate, params)).toBe(2405)
    expect(commandsOf(simulator)).toEqual(['unlock'])
  })

  it('is refused by a Bluetooth lock that sleeps behind its gateway, and spends the ticket', () => {
    const simulator = simulated()
    const params = operate(simulator, loft.id, { open: true })
    simulator.lock(loft.id).asleepUntilMs = simulator.clock.now() + 10_000
    expect(codeOf(simulator, routes.operate, params)).toBe(2312)
    simulator.clock.advance(10_000)
    expect(codeOf(simulator, routes.operate, params)).toBe(2405)
    expect(call(simulator, routes.operate, operate(simulator, loft.id, { open: true }))).toBe(true)
    expect(commandsOf(simulator)).toEqual(['unlock'])
  })

  it('is not available without a gateway', () => {
    const simulator = simulated()
    const { gardenGate } = seed.locks
    expect(codeOf(simulator, routes.operate, operate(simulator, gardenGate.id, {}))).toBe(2004)
  })
})

describe('an offline password of the routes', () => {
  const issue = 'POST /v1.1/devices/{device_id}/door-lock/offline-temp-password'
  const issued = (simulator: Simulator, more: Params) =>
    call<{
      readonly offline_temp_password_id: string
      readonly offline_temp_password: string
      readonly effective_time: number
      readonly invalid_time: number
    }>(simulator, issue, { device_id: frontDoor.id, ...more })

  it('opens the door, lasts whole hours, and is renamed', () => {
    const simulator = simulated()
    const times = { effective_time: START_SECONDS + 60, invalid_time: START_SECONDS + 7_260 }
    const password = issued(simulator, { type: 'multiple', ...times })
    expect(password).toMatchObject({
      effective_time: START_SECONDS,
      invalid_time: START_SECONDS + 7_200,
    })
    expect(simulator.typeCode(frontDoor.id, password.offline_temp_password)).toBe('opened')
    const list = (pwd_type_codes: string) =>
      call<{ records: { offline_temp_password_name: string }[] }>(
        simulator,
        'GET /v1.0/devices/{device_id}/door-lock/offline-temp-password',
        { device_id: frontDoor.id, pwd_type_codes, target_status: '', page_no: 1, page_size: 20 },
      ).records.map(({ offline_temp_password_name }) => offline_temp_password_name)
    expect(
      call(
        simulator,
        'PUT /v1.0/devices/{device_id}/door-lock/offline-temp-password/{password_id}',
        {
          device_id: frontDoor.id,
          password_id: password.offline_temp_password_id,
          passwordName: 'Guests',
        },
      ),
    ).toBe(true)
    expect(list('multiple')).toEqual(['Holiday guests', 'Guests'])
    expect(list('once,clear_all')).toEqual(['Parcel'])
  })

  it('for one opening lasts six hours, and a code that clears all lasts a day', () => {
    const simulator = simulated()
    const hours = (type: string) => {
      const { effective_time, invalid_time } = issued(simulator, { type })
      return (invalid_time - effective_time) / 3_600
    }
    expect([hours('once'), hours('clear_all')]).toEqual([6, 24])
  })

  it('ends when the code that clears it is typed at the lock', () => {
    const simulator = simulated()
    const [guests] = seed.offlinePasswords
    expect(simulator.typeCode(frontDoor.id, guests?.pin ?? '')).toBe('wrong')
    const times = { effective_time: START_SECONDS, invalid_time: START_SECONDS + 7_200 }
    const password = issued(simulator, { type: 'multiple', ...times })
    const { offline_temp_password: code } = issued(simulator, {
      type: 'clear_one',
      password_id: password.offline_temp_password_id,
    })
    expect(simulator.typeCode(frontDoor.id, password.offline_temp_password)).toBe('opened')
    expect(simulator.typeCode(frontDoor.id, code)).toBe('cleared')
    expect(simulator.typeCode(frontDoor.id, password.offline_temp_password)).toBe('wrong')
  })

  it.each([
    [{}, 1100],
    [{ type: 'multiple' }, 1100],
    [{ type: 'multiple', effective_time: START_SECONDS, invalid_time: START_SECONDS + 60 }, 1109],
    [{ type: 'clear_one' }, 1100],
    [{ type: 'clear_one', password_id: '1' }, 2323],
  ])('is not issued for %j', (more, code) => {
    expect(codeOf(simulated(), issue, { device_id: frontDoor.id, ...more })).toBe(code)
  })
})

describe('the records and pictures of the routes', () => {
  it('count the views of pictures', () => {
    const simulator = simulated()
    const views = '/v1.0/smart-lock/devices/{device_id}/media-view-times'
    const device = { device_id: frontDoor.id }
    expect(call(simulator, `GET ${views}`, device)).toBe(0)
    expect(call(simulator, `POST ${views}`, device)).toBe(true)
    expect(call(simulator, `GET ${views}`, device)).toBe(1)
  })

  it('assign the method of a record to a user, and refuse another user after that', () => {
    const simulator = simulated()
    const assign = 'POST /v1.0/devices/{device_id}/door-lock/records/{record_id}/actions/allocate'
    const { admin, common } = seed.members
    const record = { device_id: frontDoor.id, record_id: '500000005' }
    const rows = () =>
      call<{ records: { user_id: string; member_bindable_flag: number }[] }>(
        simulator,
        'GET /v1.0/devices/{device_id}/door-lock/records',
        {
          device_id: frontDoor.id,
          target_standard_dp_codes: 'unlock_card',
          start_time: 0,
          end_time: 0,
          page_no: 1,
          page_size: 20,
        },
      ).records
    expect(rows()).toMatchObject([{ user_id: '0', member_bindable_flag: 1 }])
    expect(call(simulator, assign, { ...record, user_id: admin.userId })).toBe(true)
    expect(rows()).toMatchObject([{ user_id: admin.userId, member_bindable_flag: 0 }])
    expect(codeOf(simulator, assign, { ...record, user_id: common.userId })).toBe(2324)
    expect(codeOf(simulator, assign, { ...record, record_id: '1', user_id: admin.userId })).toBe(
      2323,
    )
  })

  it('read a password of access control with its progress', () => {
    const simulator = simulated()
    const { office } = seed.locks
    const { ticket_id, ticket_key } = call<{ ticket_id: string; ticket_key: string }>(
      simulator,
      routes.ticket,
      { device_id: office.id },
    )
    const sessionKey = decryptTicketKey(ticket_key, simulator.accessKey) ?? ''
    const params = {
      device_id: office.id,
      name: 'Guests',
      password: encryptPassword('1234567', sessionKey),
      password_type: 'ticket',
      ticket_id,
      effective_time: START_SECONDS,
      invalid_time: START_SECONDS + 86_400,
    }
    const { id } = call<{ id: number }>(simulator, routes.add, params)
    const read = () =>
      call(
        simulator,
        'GET /v1.0/devices/{device_id}/door-lock/template/temp-password/{password_id}',
        { device_id: office.id, password_id: id },
      )
    expect(read()).toMatchObject({ pwd_id: id, operate: 'ADD', delivery_status: 'ONGOING' })
    simulator.clock.advance(2_000)
    expect(read()).toMatchObject({ delivery_status: 'SUCCESS', gmt_create: START_SECONDS * 1000 })
  })
})
