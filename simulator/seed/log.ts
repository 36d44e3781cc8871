import type { LogEntry } from '../world/log'
import type { Media } from '../world/media'
import { locks } from './locks'
import { members } from './members'

const { frontDoor, gardenGate, porch, cellar } = locks
const { owner } = members

const picture = (name: string): Media => ({
  bucket: 'simulated-media',
  path: `/${name}.jpg`,
  key: `picture-${name}-key`.padEnd(16, '0').slice(0, 16),
})
const thumbAndCode = [
  { dpCode: 'unlock_fingerprint', unlockSn: 1 },
  { dpCode: 'unlock_password', unlockSn: 1 },
]

/** The initial log, oldest first. */
export const log: readonly LogEntry[] = [
  ...[frontDoor, cellar].map(({ id, pairedAt }, index) => ({
    id: String(500_000_000 + index),
    lockId: id,
    timeMs: pairedAt * 1000,
    category: 'operate_log' as const,
    type: 'dev_bind',
    value: '',
    userId: owner.userId,
    unread: false,
  })),
  {
    id: '500000002',
    lockId: frontDoor.id,
    timeMs: 1_750_000_000_000,
    category: 'alarm_record',
    type: 'hijack',
    value: 'unlock_fingerprint-02',
    userId: owner.userId,
    media: picture('duress'),
    unread: false,
  },
  {
    id: '500000003',
    lockId: frontDoor.id,
    timeMs: 1_750_050_000_000,
    category: 'unlock_record',
    type: 'unlock_fingerprint',
    value: '3',
    media: picture('adam'),
    unread: false,
  },
  {
    id: '500000004',
    lockId: frontDoor.id,
    timeMs: 1_750_100_000_000,
    category: 'alarm_record',
    type: 'alarm_lock',
    value: 'wrong_password',
    unread: true,
  },
  {
    id: '500000005',
    lockId: frontDoor.id,
    timeMs: 1_750_150_000_000,
    category: 'unlock_record',
    type: 'unlock_card',
    value: '2',
    unread: true,
  },
  {
    id: '500000006',
    lockId: frontDoor.id,
    timeMs: 1_750_200_000_000,
    category: 'alarm_record',
    type: 'alarm_lock',
    value: 'low_battery',
    unread: true,
  },
  {
    id: '500000007',
    lockId: gardenGate.id,
    timeMs: 1_750_300_000_000,
    category: 'alarm_record',
    type: 'alarm_lock',
    value: 'pry',
    unread: true,
  },
  {
    id: '500000008',
    lockId: porch.id,
    timeMs: 1_750_400_000_000,
    category: 'unlock_record',
    type: 'unlock_password',
    value: '1',
    media: picture('porch'),
    union: thumbAndCode,
    channelId: '1',
    unread: true,
  },
]
