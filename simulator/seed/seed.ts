import type { Seed } from '../world/world'
import { locks } from './locks'
import { members } from './members'

const { frontDoor, gardenGate } = locks

/** How a world begins unless it is told otherwise; times are fixed, so that two worlds are alike. */
export const seed = {
  home: { id: '34720161', ownerUid: members.owner.uid },
  members,
  locks,
  temporaryPasswords: [
    {
      id: '100000001',
      lockId: frontDoor.id,
      name: 'Painter',
      pin: '7654321',
      effectiveTime: 1_751_328_000,
      invalidTime: 1_751_414_400,
      phone: '',
      timeZone: 'Europe/London',
      createdBy: 'doorLock.createTemporaryPassword',
      state: 'sent',
    },
  ],
  alarms: [
    {
      lockId: frontDoor.id,
      status: [{ code: 'hijack', value: 'unlock_fingerprint-02' }],
      time: 1_750_000_000,
      nickName: members.owner.nickName,
    },
    {
      lockId: frontDoor.id,
      status: [{ code: 'alarm_lock', value: 'wrong_password' }],
      time: 1_750_100_000,
    },
    {
      lockId: frontDoor.id,
      status: [{ code: 'alarm_lock', value: 'low_battery' }],
      time: 1_750_200_000,
    },
    {
      lockId: gardenGate.id,
      status: [{ code: 'alarm_lock', value: 'pry' }],
      time: 1_750_300_000,
    },
  ],
} satisfies Seed
