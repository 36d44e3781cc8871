import { seed } from '../../../simulator'
import type { Examples } from './example'

const { garage, gardenGate, frontDoor } = seed.locks
const devId = garage.id

export const panelLockExamples = {
  'tuya.m.zigbee.lock.remotepwd.execute': () => ({ devId, open: true }),
  'tuya.m.device.props.fetch': () => ({ devId, props: 'isRemoteOpen' }),
  'tuya.m.device.props.save': () => ({ devId, propKvs: { isRemoteOpen: false } }),
  'tuya.m.device.member.panel.get': () => ({ devId, userId: '' }),
  'tuya.m.device.active.date': () => ({ devId: gardenGate.id }),
  'tuya.m.device.user.account.get': () => ({ devId }),
  'tuya.m.device.member.detail.list': ({ lock }) => {
    // The sample has one member.
    const { id, dpIds, users } = lock(frontDoor.id)
    users.splice(1)
    return { devId: id, dpIds: String(dpIds.unlock_fingerprint) }
  },
  'tuya.m.device.member.add': () => ({
    devId: gardenGate.id,
    userName: 'Nadia',
    timesetType: '10',
  }),
  'tuya.m.device.member.remove': ({ world, lock }) => {
    const { id, users } = lock(gardenGate.id)
    world.deviceUsers.push({
      userId: '1005',
      lockId: id,
      uid: 'no-account-1005',
      nickName: 'Nadia',
      contact: '',
      avatarUrl: '',
      userType: 20,
      backHomeNotify: false,
      sex: '',
      birthday: '',
      height: 0,
      weight: 0,
    })
    users.push({ userId: '1005', lockUserId: 5 })
    return { devId: id, userId: '1005' }
  },
} satisfies Partial<Examples>
