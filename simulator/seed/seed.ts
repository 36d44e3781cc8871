import type { Seed } from '../world/world'
import { locks } from './locks'
import { log } from './log'
import { members } from './members'

const { frontDoor } = locks

/** The default initial state; times are fixed, so that two worlds are equal. */
export const seed = {
  home: { id: '34720161', ownerUid: members.owner.uid },
  currentUserId: members.owner.userId,
  accounts: {
    olivia: {
      username: 'olivia@example.com',
      password: 'blue-front-door',
      countryCode: '44',
      app: 'smartlife',
    },
    caretaker: { username: 'caretaker', password: 'green-back-door' },
  },
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
      state: 'sent',
      command: { kind: 'create-password', action: 'doorLock.createTemporaryPassword' },
    },
  ],
  offlinePasswords: [
    {
      id: '200000001',
      lockId: frontDoor.id,
      name: 'Holiday guests',
      pin: '5550123456',
      kind: 'multiple',
      effectiveTime: 1_751_328_000,
      invalidTime: 1_893_456_000,
      revoked: false,
    },
    {
      id: '200000002',
      lockId: frontDoor.id,
      name: 'Parcel',
      pin: '5550987654',
      kind: 'once',
      effectiveTime: 1_751_328_000,
      invalidTime: 1_751_349_600,
      revoked: false,
    },
  ],
  log,
} satisfies Seed
