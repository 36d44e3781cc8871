import { describe, expect, it } from 'vitest'
import { seed } from '../../simulator'
import { call, codeOf, frontDoor, garage, gardenGate, simulated, statusOf } from './client'

const { owner, common } = seed.members
const names = {
  execute: 'tuya.m.zigbee.lock.remotepwd.execute',
  fetch: 'tuya.m.device.props.fetch',
  save: 'tuya.m.device.props.save',
  me: 'tuya.m.device.member.panel.get',
  details: 'tuya.m.device.member.detail.list',
  add: 'tuya.m.device.member.add',
  remove: 'tuya.m.device.member.remove',
}
const devId = garage.id

describe('a panel of a Zigbee lock', () => {
  it('unlocks and locks without a ticket, while remote unlocking is on', () => {
    const simulator = simulated()
    expect(call(simulator, names.execute, { devId, open: true })).toBe(true)
    expect(statusOf(simulator, devId, 'lock_motor_state')).toBe(true)
    expect(call(simulator, names.execute, { devId, open: false })).toBe(true)
    expect(statusOf(simulator, devId, 'lock_motor_state')).toBe(false)
    expect(simulator.journal.map(({ command }) => command)).toEqual(['unlock', 'lock'])

    expect(call(simulator, names.save, { devId, propKvs: '{"isRemoteOpen":false}' })).toBe(true)
    expect(codeOf(simulator, names.execute, { devId, open: true })).toBe(2324)
    simulator.lock(devId).online = false
    call(simulator, names.save, { devId, propKvs: '{"isRemoteOpen":true}' })
    expect(codeOf(simulator, names.execute, { devId, open: true })).toBe(2001)
    expect(codeOf(simulator, names.execute, { devId: frontDoor.id, open: true })).toBe(2004)
  })

  it('reads and writes the switch that the mini-program family has', () => {
    const simulator = simulated()
    const props = 'isRemoteOpen,UNLOCK_PHONE_REMOTE,other'
    const read = () => call(simulator, names.fetch, { devId, props })
    expect(read()).toEqual({ isRemoteOpen: true, UNLOCK_PHONE_REMOTE: true })
    call(simulator, 'doorLock.remoteUnlockConfig', {
      device_id: devId,
      remote_unlock_type: 'remoteUnlockWithoutPwd',
      open: false,
    })
    expect(read()).toEqual({ isRemoteOpen: false, UNLOCK_PHONE_REMOTE: false })
    call(simulator, names.save, { devId, propKvs: '{"UNLOCK_PHONE_REMOTE":true}' })
    expect(read()).toEqual({ isRemoteOpen: true, UNLOCK_PHONE_REMOTE: true })
    expect(codeOf(simulator, names.save, { devId, propKvs: { isRemoteOpen: true } })).toBe(1104)
    expect(codeOf(simulator, names.save, { devId, propKvs: '{"volume":1}' })).toBe(1109)
  })

  it('reads who its user is, and the account', () => {
    const simulator = simulated()
    const me = (userId: string) => call(simulator, names.me, { devId, userId })
    expect(me('')).toEqual({ userId: owner.userId, lockUserId: 1, userType: 50 })
    expect(me(common.userId)).toMatchObject({ userId: common.userId, userType: 20 })
    expect(codeOf(simulator, names.me, { devId, userId: '9' })).toBe(2006)
    expect(call(simulator, 'tuya.m.device.user.account.get', { devId })).toEqual({
      account: '1632960001',
      countryCode: '44',
    })
  })
})

describe('a panel of a Bluetooth lock', () => {
  it('adds and removes a user without an account', () => {
    const simulator = simulated()
    const device = { devId: gardenGate.id }
    expect(call(simulator, names.add, { ...device, userName: 'Nadia', timesetType: '10' })).toBe(
      true,
    )
    const [nadia] = simulator.world.deviceUsers
    expect(nadia).toMatchObject({ nickName: 'Nadia', lockId: gardenGate.id })
    const user = { ...device, userId: nadia?.userId }
    expect(call(simulator, names.remove, user)).toBe(true)
    expect(simulator.world.deviceUsers).toEqual([])
    expect(codeOf(simulator, names.remove, user)).toBe(2006)
    expect(codeOf(simulator, names.remove, { ...device, userId: owner.userId })).toBe(2006)
  })

  it('reads the time when the lock was paired', () => {
    expect(call(simulated(), 'tuya.m.device.active.date', { devId: gardenGate.id })).toBe(
      gardenGate.pairedAt,
    )
  })
})

it('the list of members with details has the methods of some or of all data points', () => {
  const simulator = simulated()
  interface Row {
    readonly userId: string
    readonly unlockDetail: readonly { readonly dpId: number; readonly count: number }[]
  }
  const rows = (dpIds?: string) =>
    call<readonly Row[]>(simulator, names.details, { devId: frontDoor.id, dpIds })
  expect(rows().map(({ userId }) => userId)).toEqual(
    Object.values(seed.members).map(({ userId }) => userId),
  )
  const { unlock_fingerprint, unlock_password } = frontDoor.dpIds as Record<string, number>
  expect(rows()[0]?.unlockDetail).toMatchObject([
    { dpId: unlock_fingerprint, count: 2 },
    { dpId: unlock_password, count: 1 },
  ])
  expect(rows(String(unlock_password))[0]?.unlockDetail).toMatchObject([{ dpId: unlock_password }])
})
