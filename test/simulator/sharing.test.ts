import { describe, expect, it } from 'vitest'
import { type Simulator, seed } from '../../simulator'
import { call, codeOf, frontDoor, type Params, START_MS, simulated } from './client'

const CREATE = 'doorLock.createPermissionSharing'
const VERIFY = 'doorLock.verifyPermissionSharing'
const CONFIRM = 'doorLock.confirmPermissionSharing'
const CANCEL = 'doorLock.cancelPermissionSharing'
const JANE = 'ay1600000000009jane'
const detail = { biz_type: 'unlock_ble', available_times: -1, name: 'Jane' }
const invitation = {
  device_id: frontDoor.id,
  app_schema: 'cloud',
  sharer: seed.members.owner.uid,
  permission_detail: detail,
}
interface Invitation {
  readonly sharing_id: string
  readonly sharing_ticket: string
  readonly expire_time: number
}
const invite = (simulator: Simulator, change: Params = {}) => {
  const { expire_time, ...names } = call<Invitation>(simulator, CREATE, {
    ...invitation,
    ...change,
  })
  return { ...names, receiver: JANE, app_schema: 'cloud' }
}
const secondsLeft = (simulator: Simulator, sharing_ticket: string) =>
  call<Invitation>(simulator, VERIFY, { sharing_ticket }).expire_time
const names = ({
  sharing_id,
  sharing_ticket,
}: Pick<Invitation, 'sharing_id' | 'sharing_ticket'>) => ({
  sharing_id,
  sharing_ticket,
})

describe('a sharing', () => {
  it('reports its remaining seconds, and expires after five minutes', () => {
    const simulator = simulated()
    const shared = invite(simulator)
    expect(secondsLeft(simulator, shared.sharing_ticket)).toBe(300)
    simulator.clock.advance(200_000)
    expect(secondsLeft(simulator, shared.sharing_ticket)).toBe(100)
    simulator.clock.advance(100_000)
    expect(secondsLeft(simulator, shared.sharing_ticket)).toBe(0)
    expect(codeOf(simulator, CONFIRM, shared)).toBe(2405)
    simulator.clock.advance(1_000)
    expect(secondsLeft(simulator, shared.sharing_ticket)).toBe(-1)
  })

  it('makes its receiver a user of the lock, once', () => {
    const simulator = simulated()
    const shared = invite(simulator)
    const permission = call(simulator, CONFIRM, shared)
    expect(permission).toMatchObject({ ...detail, effective_flag: 1, schedule_effective_flag: 1 })
    const { records } = call<{ records: object[] }>(simulator, 'doorLock.listUsers', {
      device_id: frontDoor.id,
      target_standard_dp_codes: '',
      page_no: 5,
      page_size: 1,
    })
    expect(records).toMatchObject([
      { uid: JANE, nick_name: 'Jane', user_type: 30, lock_user_id: 5, effective_flag: 1 },
    ])
    expect(codeOf(simulator, CONFIRM, shared)).toBe(2405)
    expect(codeOf(simulator, VERIFY, { sharing_ticket: shared.sharing_ticket })).toBe(2405)
    expect(codeOf(simulator, CANCEL, names(shared))).toBe(2324)
    expect(simulator.journal.map(({ command }) => command)).toEqual(['share', 'accept-share'])
  })

  it('is effective within its period and its hours, in the local time of the lock', () => {
    // 15 July 2026 is a Wednesday, and 12:00 UTC is 13:00 at the front door.
    const flagsWith = (change: Params) => {
      const simulator = simulated()
      const shared = invite(simulator, { permission_detail: { ...detail, ...change } })
      const permission = call<Record<string, unknown>>(simulator, CONFIRM, shared)
      return [permission.effective_flag, permission.schedule_effective_flag]
    }
    const hours = { schedule_start_time: 780, schedule_end_time: 840 }
    expect(flagsWith({ ...hours, working_day: 0b0001000 })).toEqual([1, 1])
    expect(flagsWith({ ...hours, working_day: 0b0010000 })).toEqual([1, 0])
    expect(flagsWith({ schedule_start_time: 720, schedule_end_time: 780 })).toEqual([1, 0])
    const tomorrow = { effective_time: START_MS + 1_000, invalid_time: START_MS + 2_000 }
    expect(flagsWith(tomorrow)).toEqual([2, 1])
    expect(flagsWith({ effective_time: START_MS - 2_000, invalid_time: START_MS })).toEqual([0, 0])
  })

  it('can be cancelled once, and cannot be confirmed afterwards', () => {
    const simulator = simulated()
    const shared = invite(simulator)
    expect(codeOf(simulator, CANCEL, { ...names(shared), sharing_ticket: 'other' })).toBe(2405)
    expect(call(simulator, CANCEL, names(shared))).toBe(true)
    expect(codeOf(simulator, CANCEL, names(shared))).toBe(2323)
    expect(codeOf(simulator, CONFIRM, shared)).toBe(2405)
  })

  it('can be confirmed only by its receiver if it names one', () => {
    const simulator = simulated()
    const shared = invite(simulator, { receiver: 'ay1600000000008john' })
    expect(codeOf(simulator, CONFIRM, shared)).toBe(1106)
    expect(codeOf(simulator, CONFIRM, { ...shared, receiver: 'ay1600000000008john' })).toBe(
      undefined,
    )
  })

  it('is refused for a sharer who does not use the lock, and with an invalid detail', () => {
    const create = (change: Params, inner: Params = {}) =>
      codeOf(simulated(), CREATE, {
        ...invitation,
        permission_detail: { ...detail, ...inner },
        ...change,
      })
    expect(create({ sharer: 'unknown' })).toBe(2006)
    expect(create({ permission_detail: 'text' })).toBe(1104)
    expect(create({}, { biz_type: 'unlock_smile' })).toBe(1109)
    expect(create({}, { available_times: 0 })).toBe(1109)
    expect(create({}, { effective_time: START_MS / 1_000 })).toBe(1109)
    expect(create({}, { effective_time: START_MS, invalid_time: START_MS })).toBe(1109)
    expect(create({}, { workingDay: 38 })).toBe(1109)
  })

  it('has a unique id and ticket, even with a constant random source', () => {
    const simulator = simulated({ random: () => 0.5 })
    const all = [1, 2, 3].map(() => invite(simulator))
    expect(new Set(all.map(({ sharing_id }) => sharing_id)).size).toBe(3)
    expect(new Set(all.map(({ sharing_ticket }) => sharing_ticket)).size).toBe(3)
  })
})
