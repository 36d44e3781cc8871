import { describe, expect, it } from 'vitest'
import { type Simulator, seed } from '../../simulator'
import { bodyOf, call, codeOf, frontDoor, gardenGate, simulated } from './client'
import { addPanelUser } from './panel-client'
import { panelRequest } from './panel-request'

const devId = frontDoor.id
const { owner, admin, common } = seed.members
const rows = { offset: 0, limit: 10 }
const detailOf = (simulator: Simulator, userId: string, more: object = {}) =>
  call<{ unlockDetail: { dpId: number; unlockList: { unlockId: string; opModeId: number }[] }[] }>(
    simulator,
    'tuya.m.device.member.detail',
    { devId, userId, ...more },
  ).unlockDetail

describe('the version of a panel API', () => {
  const answer = (simulator: Simulator, v: string, lock: string) => {
    const handled = simulator.handle(
      panelRequest('tuya.m.device.member.list', { devId: lock }, v),
    ) as { body: string }
    return JSON.parse(handled.body).code
  }

  it('can be that of the contract or that of another lock type', () => {
    expect(answer(simulated(), '2.0', devId)).toBeUndefined()
    expect(answer(simulated(), '4.0', gardenGate.id)).toBeUndefined()
    expect(answer(simulated(), '9.0', devId)).toBe(1108)
  })

  it('is absent for Bluetooth locks if the contract has none for them, and the call is refused', () => {
    const params = { devId: gardenGate.id }
    expect(codeOf(simulated(), 'tuya.m.device.member.count', params)).toBe(2004)
  })
})

describe('users without an account', () => {
  it('are counted and listed separately from the family, and can be removed once', () => {
    const simulator = simulated()
    const userId = addPanelUser(simulator)
    expect(call(simulator, 'tuya.m.device.member.count', { devId })).toEqual({
      familyUser: 4,
      panelUser: 1,
    })
    expect(call(simulator, 'tuya.m.device.member.panel.list', { devId, ...rows })).toMatchObject([
      { userId, nickName: 'Nanny', unlockList: [] },
    ])
    const remove = () => codeOf(simulator, 'm.smart.scale.history.user.delete', { devId, userId })
    expect([remove(), remove()]).toEqual([undefined, 2006])
  })

  it('do not include members of the home', () => {
    const params = { devId, userId: owner.userId }
    expect(codeOf(simulated(), 'm.smart.scale.history.user.delete', params)).toBe(2006)
  })

  it('leave their unlock methods unassigned when they are removed', () => {
    const simulator = simulated()
    const userId = addPanelUser(simulator)
    call(simulator, 'tuya.m.device.user.unlock.allocate', { devId, userId, unlockId: '5-02' })
    expect(call(simulator, 'tuya.m.device.unlock.waitassign', { devId })).toBe(false)
    call(simulator, 'm.smart.scale.history.user.delete', { devId, userId })
    expect(call(simulator, 'tuya.m.device.unlock.waitassign', { devId })).toBe(true)
  })
})

describe('an unlock method of the panel family', () => {
  it('is assigned to a member under a name, and renamed by the returned id', () => {
    const simulator = simulated()
    const add = { devId, userId: common.userId, unlockId: '5-2', unlockName: 'Blue card' }
    const { opModeId } = call<{ opModeId: number }>(
      simulator,
      'tuya.m.device.member.opmode.add',
      add,
    )
    expect(codeOf(simulator, 'tuya.m.device.member.opmode.add', add)).toBe(2324)
    const update = { devId, opmodeId: String(opModeId), unlockName: 'Red card' }
    expect(call(simulator, 'tuya.m.device.member.opmode.update', update)).toBe(true)
    expect(detailOf(simulator, common.userId, { unlockId: '5-2' })).toMatchObject([
      { dpId: 5, unlockList: [{ unlockId: '5-2', unlockName: 'Red card', opModeId }] },
    ])
  })

  it('is assigned with its whole list or not at all', () => {
    const simulator = simulated()
    const allocate = (unlockIds: string[]) =>
      codeOf(simulator, 'tuya.m.device.user.unlock.allocate', {
        devId,
        userId: common.userId,
        unlockIds,
      })
    expect(allocate(['5-2', '1-1'])).toBe(2324)
    expect(call(simulator, 'tuya.m.device.unlock.waitassign', { devId })).toBe(true)
    expect(allocate(['5-2', '2-2'])).toBeUndefined()
    expect(allocate(['9-1'])).toBe(2323)
    expect(allocate(['card'])).toBe(1109)
    expect(allocate([])).toBe(1100)
  })

  it('is refused if both unlockId and unlockIds name it', () => {
    const params = { devId, userId: common.userId, unlockId: '5-2', unlockIds: ['5-2'] }
    expect(codeOf(simulated(), 'tuya.m.device.user.unlock.bind', params)).toBe(1109)
  })

  it('of another user is not assigned by bind, although the call succeeds', () => {
    const params = { devId, userId: common.userId, unlockIds: ['1-1'] }
    expect(call(simulated(), 'tuya.m.device.user.unlock.bind', params)).toBe(false)
  })

  it('is unassigned once, and raises a duress alarm until the alarm is removed', () => {
    const simulator = simulated()
    const take = () =>
      codeOf(simulator, 'm.smart.scale.user.unlock.remove', { devId, unlockId: '2-1' })
    expect([take(), take()]).toEqual([undefined, 2323])
    const hijack = { devId, dpId: 5, dpValue: 1 }
    const remove = () => codeOf(simulator, 'tuya.m.scale.hijacking.remove.config', hijack)
    call(simulator, 'tuya.m.scale.hijacking.add.config', hijack)
    expect(detailOf(simulator, admin.userId, { unlockId: '5-1' })).toMatchObject([
      { unlockList: [{ unlockAttr: 1 }] },
    ])
    expect([remove(), remove()]).toEqual([undefined, 2323])
  })
})

describe('records of the panel family', () => {
  interface Page {
    readonly datas: readonly { readonly dps: readonly object[]; readonly gmtCreate: number }[]
    readonly hasNext: boolean
    readonly totalCount: number
  }
  const history = (more: object) =>
    call<Page>(simulated(), 'tuya.m.scale.history.list', {
      devId,
      dpIds: [],
      ...rows,
      startTime: '',
      endTime: '',
      ...more,
    })

  it('are listed from an offset, newest first, for the requested data points', () => {
    expect(history({ dpIds: [1] })).toMatchObject({
      datas: [{ dps: [{ '1': '3' }], userName: admin.nickName, unlockName: 'Index finger' }],
      hasNext: false,
      totalCount: 1,
    })
    expect(history({ limit: 2 })).toMatchObject({ hasNext: true, totalCount: 5 })
    expect(history({ offset: 4, limit: 2 }).datas).toHaveLength(1)
  })

  it('are filtered by times in seconds and in milliseconds', () => {
    const [newest] = history({}).datas
    const startTime = newest?.gmtCreate ?? 0
    expect(history({ startTime }).datas).toEqual([newest])
    expect(history({ startTime: startTime / 1000 }).datas).toEqual([newest])
  })

  it('name the method of a duress alarm in the alarm list', () => {
    const simulator = simulated()
    const alarms = call<Page>(simulator, 'tuya.m.device.lock.alarm.list', {
      devId,
      dpIds: [],
      ...rows,
    })
    expect(alarms.datas.map(({ dps }) => dps[0])).toContainEqual({ '16': '1-2' })
    expect(call(simulator, 'tuya.m.device.lock.alarm.unread', { devId })).toBe('2')
  })

  it('include the number of days since the lock was paired', () => {
    const simulator = simulated()
    const days = () => call<number>(simulator, 'tuya.m.device.lock.active.period', { devId })
    const before = days()
    simulator.clock.advance(3 * 86_400_000)
    expect(days()).toBe(before + 3)
  })
})

it('the sampled shape of the panel family swaps result and success, and keeps the status', () => {
  const simulator = simulated({ shape: 'sampled' })
  const body = JSON.parse(bodyOf(simulator, 'tuya.m.device.member.list', { devId }))
  expect(body).toMatchObject({ result: '1', status: 'ok', t: simulator.clock.now() })
  expect(body.success).toHaveLength(4)
})
