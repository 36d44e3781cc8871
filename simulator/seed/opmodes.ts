import type { Opmode } from '../world/unlock-methods'
import { members } from './members'

const plain = { hijack: false, photoUnlock: false, voice: false, everAllocated: true }
const { owner, admin, common } = members

const onTheLock: readonly Omit<Opmode, 'id'>[] = [
  {
    ...plain,
    dpCode: 'unlock_fingerprint',
    unlockSn: 1,
    name: 'Right thumb',
    userId: owner.userId,
  },
  {
    ...plain,
    dpCode: 'unlock_fingerprint',
    unlockSn: 2,
    name: 'Left thumb',
    userId: owner.userId,
    hijack: true,
  },
  { ...plain, dpCode: 'unlock_password', unlockSn: 1, name: 'Family code', userId: owner.userId },
  {
    ...plain,
    dpCode: 'unlock_fingerprint',
    unlockSn: 3,
    name: 'Index finger',
    userId: admin.userId,
    photoUnlock: true,
  },
  { ...plain, dpCode: 'unlock_card', unlockSn: 1, name: 'White card', userId: admin.userId },
  { ...plain, dpCode: 'unlock_password', unlockSn: 2, name: 'After school', userId: common.userId },
  { ...plain, dpCode: 'unlock_card', unlockSn: 2, name: 'Spare card', everAllocated: false },
]

const FIRST_ID = 400_000_001

/** The methods stored on each lock of the seed. */
export const opmodes: readonly Opmode[] = onTheLock.map((opmode, index) => ({
  ...opmode,
  id: String(FIRST_ID + index),
}))
