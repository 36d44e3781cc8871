import { describe, expect, it } from 'vitest'
import { seed } from '../../simulator'
import { call, codeOf, frontDoor, gardenGate, START_MS, simulated } from './client'

const { owner, formerLodger } = seed.members

describe('alarms', () => {
  const page = (page_no: number, page_size: number, codes = '') => ({
    device_id: frontDoor.id,
    page_no,
    page_size,
    codes,
  })
  interface Page {
    readonly total: number
    readonly records: readonly { readonly update_time: number; readonly nick_name?: string }[]
  }

  it('are listed in pages, newest first', () => {
    const simulator = simulated()
    const pages = [1, 2, 3].map((number) =>
      call<Page>(simulator, 'doorLock.alarmLogs', page(number, 2)),
    )
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3])
    expect(pages.map(({ records }) => records.length)).toEqual([2, 1, 0])
    const times = pages.flatMap(({ records }) => records.map(({ update_time }) => update_time))
    expect(times).toEqual([...times].sort((one, other) => other - one))
  })

  it('are read from the world, and filtered by the requested codes', () => {
    const simulator = simulated()
    simulator.world.log.push({
      id: '1',
      lockId: frontDoor.id,
      timeMs: START_MS,
      category: 'alarm_record',
      type: 'hijack',
      value: 'unlock_password-01',
      unread: true,
    })
    const { records, total } = call<Page>(simulator, 'doorLock.alarmLogs', page(1, 10, 'hijack'))
    expect(total).toBe(2)
    expect(records[0]).toEqual({
      status: [{ code: 'hijack', value: 'unlock_password-01' }],
      update_time: START_MS / 1000,
    })
    expect(records[1]?.nick_name).toBe(owner.nickName)
  })
})

describe('users', () => {
  const users = (codes: string, page_size = 10) => ({
    device_id: frontDoor.id,
    target_standard_dp_codes: codes,
    page_no: 1,
    page_size,
  })
  interface Users {
    readonly has_more: boolean
    readonly total: number
    readonly records: readonly Record<string, unknown>[]
  }

  it('are listed with the unlock methods of the requested codes', () => {
    const { records } = call<Users>(simulated(), 'doorLock.listUsers', users('unlock_fingerprint'))
    expect(records[0]).toMatchObject({
      user_id: owner.userId,
      lock_user_id: 1,
      user_type: 50,
      back_home_notify_attr: 1,
      time_schedule_info: { permanent: true },
      unlock_detail: [
        {
          dp_code: 'unlock_fingerprint',
          open: true,
          count: 2,
          unlock_list: [
            { unlock_sn: 1, unlock_attr: 0 },
            { unlock_sn: 2, unlock_attr: 1 },
          ],
        },
      ],
    })
  })

  it('are listed without unlock methods if no codes are requested', () => {
    const { records } = call<Users>(simulated(), 'doorLock.listUsers', users(''))
    expect(records.every((user) => !('unlock_detail' in user))).toBe(true)
  })

  it('are listed with the total and has_more', () => {
    const page = call<Users>(simulated(), 'doorLock.listUsers', users('', 3))
    expect(page).toMatchObject({ has_more: true, total: 4, total_pages: 2 })
  })

  it('have an effective_flag that follows the clock', () => {
    const flagAt = (startMs: number) => {
      const simulator = simulated()
      const lodger = simulator.world.members.find(({ userId }) => userId === formerLodger.userId)
      if (lodger !== undefined)
        lodger.validity = { effectiveTime: startMs / 1000, expiredTime: startMs / 1000 + 60 }
      const { records } = call<Users>(simulator, 'doorLock.listUsers', users(''))
      return records.find(({ user_id }) => user_id === formerLodger.userId)?.effective_flag
    }
    expect(flagAt(START_MS - 60_000)).toBe(0)
    expect(flagAt(START_MS)).toBe(1)
    expect(flagAt(START_MS + 1_000)).toBe(2)
  })

  it('have unlock methods with the data point numbers of their lock', () => {
    const methods = (device_id: string) =>
      call<{ records: { unlock_id: string }[] }>(simulated(), 'doorLock.listUserOpmodes', {
        device_id,
        user_id: owner.userId,
        target_unlock_standard_dp_codes: 'unlock_password',
        page_no: 1,
        page_size: 100,
      }).records.map(({ unlock_id }) => unlock_id)
    expect(methods(frontDoor.id)).toEqual(['2-1'])
    expect(methods(gardenGate.id)).toEqual(['13-1'])
  })

  it('are refused with code 2006 if they do not exist', () => {
    const params = {
      device_id: frontDoor.id,
      user_id: 'unknown',
      target_unlock_standard_dp_codes: '',
      page_no: 1,
      page_size: 10,
    }
    expect(codeOf(simulated(), 'doorLock.listUserOpmodes', params)).toBe(2006)
  })
})

describe('a read of the mini-program family', () => {
  it('returns the existing devices of a list of ids', () => {
    const devices = call(simulated(), 'device.getListByIds', {
      device_ids: `${gardenGate.id},nowhere,${frontDoor.id}`,
    })
    expect(devices).toMatchObject([
      { id: gardenGate.id, local_key: gardenGate.localKey, active_time: gardenGate.pairedAt },
      { id: frontDoor.id, online: true },
    ])
  })

  it('returns the time of the clock', () => {
    const simulator = simulated()
    simulator.clock.advance(1_234)
    expect(call(simulator, 'timer.currentTime')).toBe(START_MS + 1_234)
  })
})

describe('a simulator', () => {
  it('shares no state with another simulator, and does not change the seed', () => {
    const [one, other] = [simulated(), simulated()]
    one.lock(frontDoor.id).online = false
    expect(other.lock(frontDoor.id).online).toBe(true)
    expect(frontDoor.online).toBe(true)
  })

  it('starts from the seed of its options', () => {
    const simulator = simulated({
      seed: { ...seed, locks: { only: { ...frontDoor, id: 'mine' } } },
    })
    expect(call(simulator, 'device.status', { device_id: 'mine' })).toEqual(frontDoor.status)
    expect(codeOf(simulator, 'device.status', { device_id: frontDoor.id })).toBe(1106)
    expect(() => simulator.lock(frontDoor.id)).toThrow(RangeError)
  })
})
