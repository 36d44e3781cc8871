import { describe, expect, it } from 'vitest'
import { type Simulator, seed } from '../../simulator'
import { call, codeOf, frontDoor, type Params, START_MS, simulated, unlock } from './client'

const device_id = frontDoor.id
const porch = seed.locks.porch.id
const { owner, admin, common } = seed.members
const always = { start_time: 0, end_time: 0 }
const page = (page_no = 1, page_size = 10) => ({ page_no, page_size })

interface Row {
  readonly [field: string]: unknown
}
const openings = (simulator: Simulator, more: Params = {}) =>
  call<{ total: number; logs: readonly Row[] }>(simulator, 'doorLock.openingLogs', {
    device_id,
    ...always,
    ...page(),
    ...more,
  })
const records = (simulator: Simulator, more: Params = {}) =>
  call<{ total: number; unreadCount: number; records: readonly Row[] }>(
    simulator,
    'doorLock.listRecords',
    { device_id, target_standard_dp_codes: '', ...always, ...page(), ...more },
  )
const everything = (simulator: Simulator, more: Params = {}) =>
  call<{ hasMore: boolean; lastRowKey?: string; records: readonly Row[] }>(
    simulator,
    'doorLock.operateRecords',
    { device_id, startTime: 0, endTime: 0, pageSize: 10, ...more },
  )
const latest = (simulator: Simulator, lock: string = device_id) =>
  call<Row>(simulator, 'doorLock.loglatest', { device_id: lock })

describe('an unlock', () => {
  it('appears in every list of records', () => {
    const simulator = simulated()
    const unread = records(simulator).unreadCount
    unlock(simulator, device_id)
    expect(openings(simulator).logs[0]).toEqual({
      status: [{ code: 'unlock_phone_remote', value: '1' }],
      update_time: START_MS / 1000,
      avatar: '',
      nick_name: owner.nickName,
      user_id: owner.userId,
    })
    expect(records(simulator)).toMatchObject({ unreadCount: unread + 1 })
    expect(records(simulator).records[0]).toMatchObject({
      gmt_create: START_MS,
      record_type: 'normal',
      dps: [{ unlock_phone_remote: '1' }],
    })
    expect(everything(simulator).records[0]).toMatchObject({
      log_category: 'unlock_record',
      record_type: 1,
      time: START_MS,
      current_user: true,
    })
    expect(latest(simulator)).toMatchObject({ exist: true, time: START_MS, recordType: 1 })
  })

  it('has the user of its method, also one to whom the method is assigned later', () => {
    const simulator = simulated()
    const spareCard = () =>
      records(simulator, { target_standard_dp_codes: 'unlock_card' }).records[0]
    expect(spareCard()).toMatchObject({
      user_id: '0',
      unlock_name: 'Spare card',
      member_bindable_flag: 1,
    })
    call(simulator, 'doorLock.allocateOpmode', {
      device_id,
      user_id: common.userId,
      unlock_list: [{ dp_code: 'unlock_card', unlock_sn: 2 }],
    })
    expect(spareCard()).toMatchObject({ user_name: common.nickName, member_bindable_flag: 0 })
  })

  it('by fingerprint has a separate code in openingLogs', () => {
    const codes = openings(simulated()).logs.map(({ status }) => status)
    expect(codes).toEqual([
      [{ code: 'unlock_card', value: '2' }],
      [{ code: 'unlock_finger', value: '3' }],
    ])
  })

  it('by a combined method lists all methods and users', () => {
    const [together] = records(simulated(), { device_id: porch }).records
    expect(together).toMatchObject({
      channel_id: '1',
      union_unlock_info: [
        { user_name: owner.nickName, opmode: 'unlock_fingerprint', unlock_name: 'Right thumb' },
        { user_name: owner.nickName, opmode: 'unlock_password', unlock_name: 'Family code' },
      ],
    })
  })
})

describe('the pages of records', () => {
  it('are numbered in listRecords and openingLogs', () => {
    const simulator = simulated()
    const ids = [1, 2, 3].flatMap((number) =>
      records(simulator, page(number, 2)).records.map(({ record_id }) => record_id),
    )
    expect(ids).toEqual(['500000006', '500000005', '500000004', '500000003', '500000002'])
    expect(openings(simulator, page(2, 1))).toMatchObject({ total: 2, logs: [{ user_id: '1002' }] })
  })

  it('continue after the last row in operateRecords, although new rows are added', () => {
    const simulator = simulated()
    const ids: unknown[] = []
    let lastRowKey: string | undefined
    let hasMore = true
    while (hasMore) {
      const part = everything(simulator, { pageSize: 4, ...(lastRowKey && { lastRowKey }) })
      ids.push(...part.records.map(({ log_id }) => log_id))
      unlock(simulator, device_id)
      ;({ lastRowKey, hasMore } = part)
    }
    expect(ids).toEqual([
      '500000006',
      '500000005',
      '500000004',
      '500000003',
      '500000002',
      '500000000',
    ])
  })

  it('have a bounded size in operateRecords', () => {
    const code = (more: Params) =>
      codeOf(simulated(), 'doorLock.operateRecords', {
        device_id,
        startTime: 0,
        endTime: 0,
        pageSize: 10,
        ...more,
      })
    expect(code({ pageSize: 100 })).toBeUndefined()
    expect(code({ pageSize: 101 })).toBe(1109)
    expect(code({ pageSize: 0 })).toBe(1109)
    expect(code({ pageSize: undefined })).toBe(1100)
    expect(code({ lastRowKey: 'nowhere' })).toBe(1109)
  })

  it('are filtered by time, in milliseconds or in seconds as the operation documents', () => {
    const simulator = simulated()
    const range = [1_750_100_000, 1_750_150_000] as const
    const inMs = { start_time: range[0] * 1000, end_time: range[1] * 1000 }
    expect(records(simulator, inMs).total).toBe(2)
    expect(openings(simulator, inMs).total).toBe(1)
    const inSeconds = { startTime: range[0], endTime: range[1] }
    expect(everything(simulator, inSeconds).records).toHaveLength(2)
    expect(openings(simulator, { start_time: inMs.end_time + 1 }).total).toBe(0)
    for (const wrong of [{ start_time: range[0] }, { end_time: range[1] }])
      expect(
        codeOf(simulator, 'doorLock.openingLogs', { device_id, ...always, ...page(), ...wrong }),
      ).toBe(1109)
  })

  it('are filtered by user, category and picture', () => {
    const idsWith = (more: Params) =>
      everything(simulated(), more).records.map(({ log_id }) => log_id)
    expect(idsWith({ userIds: admin.userId })).toEqual(['500000003'])
    expect(idsWith({ logCategories: 'operate_log' })).toEqual(['500000000'])
    expect(idsWith({ onlyShowMediaRecord: true })).toEqual(['500000003', '500000002'])
  })
})

describe('the latest entry', () => {
  it('includes the number of unread entries', () => {
    const simulator = simulated()
    expect(latest(simulator)).toMatchObject({ logId: 500000006, unReadCount: 3, recordType: 2 })
    for (const entry of simulator.world.log) entry.unread = false
    expect(latest(simulator)).toMatchObject({ unReadCount: 0 })
  })

  it('does not exist on a lock without a log', () => {
    expect(latest(simulated(), seed.locks.shed.id)).toEqual({ exist: false })
  })

  it('is refused for a lock type that does not support it', () => {
    expect(codeOf(simulated(), 'doorLock.loglatest', { device_id: seed.locks.garage.id })).toBe(
      2004,
    )
  })
})

describe('a picture', () => {
  const picture = (simulator: Simulator, file_type: string, lock: string = device_id) =>
    call<Row>(simulator, 'doorLock.getMediaUrl', { device_id: lock, file_type })

  it('is taken by a lock with a camera at a remote unlock', () => {
    const simulator = simulated()
    const REMOTE = { device_id: porch, file_type: '1' }
    expect(codeOf(simulator, 'doorLock.getMediaUrl', REMOTE)).toBe(2323)
    unlock(simulator, porch)
    const { file_path, file_key } = picture(simulator, '1', porch)
    expect(file_path).toBe(`/${porch}/${START_MS}.jpg`)
    expect(records(simulator, { device_id: porch }).records[0]).toMatchObject({
      media_info_list: [{ file_path, file_key }],
    })
  })

  it('of an alarm is that of the last alarm with a picture', () => {
    expect(picture(simulated(), '2')).toMatchObject({ file_path: '/duress.jpg' })
  })

  it('is refused for a kind that the table does not list, or that is not text', () => {
    const code = (file_type: unknown) =>
      codeOf(simulated(), 'doorLock.getMediaUrl', { device_id, file_type })
    expect(code('3')).toBe(1109)
    expect(code(2)).toBe(1104)
  })
})
