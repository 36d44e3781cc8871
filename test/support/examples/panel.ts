import { type Simulator, seed } from '../../../simulator'
import { call } from '../../simulator/client'
import { addPanelUser, nanny, panelPassword } from '../../simulator/panel-client'
import type { Examples } from './example'

const { frontDoor } = seed.locks
const { owner, common } = seed.members
const devId = frontDoor.id
const { unlock_fingerprint, unlock_password, unlock_card, hijack } = frontDoor.dpIds as Readonly<
  Record<string, number>
>
const [painter] = seed.temporaryPasswords
const [guests] = seed.offlinePasswords
const pwdId = guests?.id ?? ''
const rows = { offset: 0, limit: 10 }
const spareCard = `${unlock_card}-2`
const rightThumb = { dpId: Number(unlock_fingerprint), dpValue: 1 }
const leftThumb = { dpId: Number(unlock_fingerprint), dpValue: 2 }
const FIRST_METHOD_ID = '400000001'

/** The vendor's sample of the member list has one member. */
const withOneMember = (simulator: Simulator) => {
  simulator.lock(devId).users.splice(1)
  return { devId }
}

export const panelExamples = {
  'tuya.m.device.member.count': () => ({ devId }),
  'tuya.m.device.member.list': withOneMember,
  'tuya.m.device.member.panel.list': (simulator) => {
    const userId = addPanelUser(simulator)
    call(simulator, 'tuya.m.device.user.unlock.allocate', { devId, userId, unlockId: spareCard })
    return { devId, ...rows }
  },
  'tuya.m.device.member.detail': () => ({ devId, userId: owner.userId }),
  'm.smart.scale.history.user.add': () => nanny,
  'm.smart.scale.history.user.delete': (simulator) => ({ devId, userId: addPanelUser(simulator) }),
  'tuya.m.device.member.opmode.add': () => ({
    devId,
    userId: common.userId,
    unlockId: spareCard,
    unlockName: 'Blue card',
  }),
  'tuya.m.device.member.opmode.update': () => ({
    devId,
    opmodeId: FIRST_METHOD_ID,
    unlockName: 'Thumb',
  }),
  'm.smart.scale.user.unlock.remove': () => ({ devId, unlockId: `${unlock_password}-1` }),
  'tuya.m.scale.hijacking.add.config': () => ({ devId, ...rightThumb }),
  'tuya.m.scale.hijacking.remove.config': () => ({ devId, ...leftThumb }),
  'tuya.m.device.unlock.assignlist': () => ({ devId }),
  'tuya.m.device.unlock.waitassign': () => ({ devId }),
  'tuya.m.device.user.unlock.allocate': () => ({
    devId,
    userId: common.userId,
    unlockId: spareCard,
  }),
  'tuya.m.device.user.unlock.bind': () => ({ devId, userId: common.userId, unlockId: spareCard }),
  'tuya.m.device.lock.active.period': () => ({ devId }),
  'tuya.m.device.lock.alarm.unread': () => ({ devId }),
  'tuya.m.scale.history.list': () => ({
    devId,
    dpIds: [unlock_fingerprint, unlock_card].map(Number),
    ...rows,
    startTime: '',
    endTime: '',
  }),
  'tuya.m.device.lock.alarm.list': () => ({ devId, dpIds: [Number(hijack)], ...rows }),
  'tuya.m.device.lock.temppwd.list': () => ({ devId }),
  'tuya.m.device.lock.temppwd.create': (simulator) => ({
    ...panelPassword(simulator, '1234567', 'Cleaner'),
    schedule: [{ effectiveTime: 450, invalidTime: 510, workingDay: 38 }],
  }),
  'tuya.m.device.lock.temppwd.name.update': () => ({
    devId,
    pwdId: painter?.id ?? '',
    name: 'Cat',
  }),
  'tuya.m.device.lock.temppwd.del': () => ({ devId, id: painter?.id ?? '' }),
  'tuya.m.device.lock.offlinepwd.available': () => ({ devId, pwdType: '8' }),
  'tuya.m.device.lock.offlinepwd.get': () => ({
    devId,
    pwdType: '1',
    gmtStart: 0,
    gmtExpired: 0,
    pwdName: 'Parcel',
  }),
  'tuya.m.device.lock.offlinepwd.list': () => ({ devId, pwdType: '0', ...rows }),
  'tuya.m.device.lock.offlinepwd.bind': () => ({ devId, pwdId, pwdName: 'Friends', mobile: '1' }),
  'tuya.m.device.lock.offlinepwd.revoke': () => ({ devId, pwdId }),
  'tuya.m.device.lock.offlinepwd.revocable': () => ({ devId }),
} satisfies Partial<Examples>
