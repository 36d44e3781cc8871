import { describe, expect, it } from 'vitest'
import { type Simulator, seed } from '../../../simulator'
import { call, cellar, codeOf, frontDoor, gardenGate, office, simulated } from '../client'

const { porch } = seed.locks
const { owner, admin, common, formerLodger } = seed.members
const LIST = 'doorLock.listUsers'
const ADD = 'POST /v1.0/devices/{device_id}/user'
const MODIFY = 'PUT /v1.0/devices/{device_id}/users/{user_id}'
const GET = 'GET /v1.0/devices/{device_id}/users/{user_id}'
const DELETE = 'DELETE /v1.0/devices/{device_id}/users/{user_id}'
const ROLE = 'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/actions/role'
const SCHEDULE = 'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/schedule'
const ABSENT = 'GET /v1.0/devices/{device_id}/door-lock/absent-users'
const PURGE =
  'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue'
const HOME = 'GET /v1.0/smart-lock/devices/{device_id}/users'
const NEW_LIST = 'GET /v1.1/devices/{device_id}/users'
const DEVICES = 'GET /v1.0/smart-lock/users/{uid}/devices'

const device_id = frontDoor.id
const nadia = { device_id, nick_name: 'Nadia', sex: 2 }

interface Row {
  readonly user_id: string
  readonly nick_name: string
  readonly effective_flag: number
  readonly user_type: number
  readonly time_schedule_info: unknown
}
const listed = (simulator: Simulator, lock: string = device_id) =>
  call<{ records: Row[] }>(simulator, LIST, {
    device_id: lock,
    target_standard_dp_codes: '',
    page_no: 1,
    page_size: 100,
  }).records
const rowOf = (simulator: Simulator, userId: string, lock?: string) =>
  listed(simulator, lock).find(({ user_id }) => user_id === userId)
const add = (simulator: Simulator, more = {}) =>
  call<{ user_id: string }>(simulator, ADD, { ...nadia, ...more }).user_id

describe('a user expired REST', () => {
  it('is new for each addition, and appears in the list of the panel', () => {
    const simulator = simulated()
    const ids = [add(simulator), add(simulator)]
    expect(ids).toEqual(['1005', '1006'])
    expect(ids.map((id) => rowOf(simulator, id))).toMatchObject([
      { nick_name: 'Nadia', user_type: 20, lock_user_id: 5 },
      { nick_name: 'Nadia', user_type: 20, lock_user_id: 6 },
    ])
    expect(listed(simulator, gardenGate.id)).toHaveLength(4)
    expect(simulator.journal.map(({ command }) => command)).toEqual(['add-user', 'add-user'])
  })

  it('can be changed, read and deleted', () => {
    const simulator = simulated()
    const user_id = add(simulator, { birthday: 19_900_401, contact: 'n@example.com' })
    const user = { device_id, user_id }
    call(simulator, MODIFY, { ...user, nick_name: 'Nadja', sex: 1, height: 170, weight: 60_000 })
    expect(call(simulator, GET, user)).toEqual({
      device_id,
      nick_name: 'Nadja',
      sex: 1,
      birthday: 19_900_401,
      height: 170,
      weight: 60_000,
      contact: 'n@example.com',
    })
    expect(call(simulator, DELETE, user)).toBe(true)
    expect(rowOf(simulator, user_id)).toBeUndefined()
    expect(codeOf(simulator, DELETE, user)).toBe(2006)
    expect(codeOf(simulator, GET, user)).toBe(2006)
    expect(codeOf(simulator, MODIFY, { ...user, nick_name: 'N', sex: 1 })).toBe(2006)
  })

  it('leaves the unlock methods unassigned when deleted', () => {
    const simulator = simulated()
    call(simulator, DELETE, { device_id, user_id: admin.userId })
    const { opmodes } = simulator.lock(device_id)
    expect(opmodes).toHaveLength(7)
    expect(opmodes.some(({ userId }) => userId === admin.userId)).toBe(false)
  })

  it('cannot be read if they are an administrator', () => {
    const read = (user_id: string) => codeOf(simulated(), GET, { device_id, user_id })
    expect([owner, admin, common].map(({ userId }) => read(userId))).toEqual([
      1106,
      1106,
      undefined,
    ])
  })
})

describe('the role of a user', () => {
  it('can be changed, but not for the owner', () => {
    const simulator = simulated()
    const role = (user_id: string, newRole: string) =>
      codeOf(simulator, ROLE, { device_id: office.id, user_id, role: newRole })
    expect(role(common.userId, 'admin')).toBeUndefined()
    expect(rowOf(simulator, common.userId)?.user_type).toBe(10)
    expect(role(common.userId, 'normal')).toBeUndefined()
    expect(rowOf(simulator, common.userId)?.user_type).toBe(20)
    expect(role(owner.userId, 'normal')).toBe(1106)
    expect(role(common.userId, 'owner')).toBe(1109)
  })

  it('filters the list of an access control device, where the owner is an administrator', () => {
    const simulator = simulated()
    const namesOf = (role: string, keyword = '') =>
      call<{ records: Row[] }>(simulator, NEW_LIST, {
        device_id: office.id,
        role,
        keyword,
        page_no: 1,
        page_size: 10,
      }).records.map(({ nick_name }) => nick_name)
    expect(namesOf('admin')).toEqual(['Olivia', 'Adam'])
    expect(namesOf('normal')).toEqual(['Chloe', 'Liam'])
    expect(namesOf('', 'l')).toEqual(['Olivia', 'Chloe'])
    expect(namesOf('', '960002')).toEqual(['Adam'])
  })
})

describe('the validity of a user', () => {
  const lock = cellar.id
  const years = { effective_time: '1767225600', expired_time: '1830297600' }
  const set = (simulator: Simulator, body: object, userId: string = common.userId) =>
    codeOf(simulator, SCHEDULE, { device_id: lock, user_id: userId, ...body })
  const homeRow = (simulator: Simulator) =>
    call<{ records: Row[] }>(simulator, HOME, {
      device_id: lock,
      codes: '',
      page_no: 3,
      page_size: 1,
    }).records[0]

  it('appears in the lists of both families', () => {
    const simulator = simulated()
    const days = [{ start_minute: 420, end_minute: 1_438, working_day: 99 }]
    const schedule = { permanent: false, ...years, schedule_details: days }
    expect(set(simulator, { schedule })).toBeUndefined()
    expect(homeRow(simulator)?.time_schedule_info).toEqual({
      permanent: false,
      ...years,
      operate: 'ADD',
      delivery_status: 'SUCCESS',
      schedule_details: [{ ...days[0], all_day: false }],
    })
    expect(rowOf(simulator, common.userId)).toMatchObject({ effective_flag: 1 })
    const expired = { ...years, expired_time: '1767225601' }
    expect(set(simulator, { schedule: expired })).toBeUndefined()
    expect(homeRow(simulator)).toMatchObject({
      effective_flag: 0,
      time_schedule_info: { operate: 'MODIFY' },
    })
    expect(rowOf(simulator, common.userId)).toMatchObject({ effective_flag: 0 })
    expect(set(simulator, { schedule: { permanent: true } })).toBeUndefined()
    expect(homeRow(simulator)?.time_schedule_info).toEqual({ permanent: true })
  })

  it.each([
    ['JSON text', { schedule: JSON.stringify({ permanent: false, ...years }) }],
    [
      'the bare fields of the sample',
      {
        permanent: false,
        effectiveTime: 1_767_225_600,
        expiredTime: 1_830_297_600,
        scheduleDetails: [
          { allDay: false, start_minute: '420', end_minute: '1438', workingDay: 99 },
        ],
      },
    ],
  ])('can be set as %s', (_what, body) => {
    const simulator = simulated()
    expect(set(simulator, body)).toBeUndefined()
    expect(homeRow(simulator)?.time_schedule_info).toMatchObject(years)
  })

  it('is refused if it is incomplete, inverted or out of bounds', () => {
    const schedule = (change: object) =>
      set(simulated(), { schedule: { permanent: false, ...years, ...change } })
    expect(set(simulated(), {})).toBe(1100)
    expect(schedule({ effective_time: undefined })).toBe(1100)
    expect(schedule({ expired_time: years.effective_time })).toBe(1109)
    expect(schedule({ schedule_details: [{ start_minute: 1_441 }] })).toBe(1109)
    expect(schedule({ day: 1 })).toBe(1109)
    expect(set(simulated(), { schedule: 7 })).toBe(1104)
    expect(set(simulated(), { schedule: years }, owner.userId)).toBe(2306)
  })
})

describe('a user who was deleted from the home', () => {
  const absent = (simulator: Simulator) =>
    call<{ user_id: string }[]>(simulator, ABSENT, { device_id: porch.id })
  const purge = (user_ids: string) => ({ device_id: porch.id, user_ids })

  it('stays on a video lock until a command deletes them and their methods', () => {
    const simulator = simulated()
    const { opmodes } = simulator.lock(porch.id)
    call(simulator, DELETE, { device_id: porch.id, user_id: admin.userId })
    expect(absent(simulator)).toEqual([
      { user_id: '1099', user_type: 20, lock_user_id: 9 },
      { user_id: admin.userId, user_type: 10, lock_user_id: 2 },
    ])
    expect(opmodes.filter(({ userId }) => userId === admin.userId)).toHaveLength(2)
    expect(call(simulator, PURGE, purge(`1099,${admin.userId}`))).toBe(true)
    expect(absent(simulator)).toEqual([])
    expect(opmodes.filter(({ userId }) => userId === admin.userId)).toHaveLength(0)
    expect(simulator.journal).toMatchObject([
      { command: 'delete-user' },
      { command: 'delete-user' },
    ])
  })

  it('is deleted with the whole list, or no user is deleted', () => {
    const simulator = simulated()
    expect(codeOf(simulator, PURGE, purge(`1099,unknown`))).toBe(2006)
    expect(codeOf(simulator, PURGE, purge(','))).toBe(1100)
    expect(absent(simulator)).toHaveLength(1)
    call(simulator, PURGE, purge(formerLodger.userId))
    expect(rowOf(simulator, formerLodger.userId, porch.id)).toBeUndefined()
  })

  it('is listed only for video locks', () => {
    expect(codeOf(simulated(), ABSENT, { device_id })).toBe(2004)
  })
})

describe('the devices of an account', () => {
  it('are the locks of which it is a user, in pages', () => {
    const simulator = simulated()
    simulator.lock(device_id).users.shift()
    const page = call<{ records: { id: string }[]; total: number; has_more: boolean }>(
      simulator,
      DEVICES,
      { uid: owner.uid, page_no: 1, page_size: 3 },
    )
    expect(page).toMatchObject({ total: 7, has_more: true })
    expect(page.records.map(({ id }) => id)).not.toContain(device_id)
    expect(codeOf(simulator, DEVICES, { uid: 'unknown', page_no: 1 })).toBe(2006)
  })
})
