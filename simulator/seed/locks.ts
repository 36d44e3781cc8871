import type { Lock } from '../world/lock'
import { bluetoothDpIds, wifiDpIds } from './dp-ids'
import { members } from './members'
import { opmodes } from './opmodes'

const lock = (id: string, type: Lock['type'], name: string, more: Partial<Lock> = {}): Lock => ({
  id: `vdevo-${id}`,
  type,
  name,
  online: true,
  uuid: `uuid-${id}`,
  localKey: `local-key-${id}`.padEnd(16, '0').slice(0, 16),
  authKey: `auth-key-${id}`.padEnd(32, '0'),
  category: 'ms',
  productId: `product-${type}`,
  productName: `Door lock (${type})`,
  bizType: 18,
  icon: 'smart/icon/lock.png',
  ip: '192.0.2.10',
  timeZone: '+01:00',
  latitude: '51.0',
  longitude: '0.0',
  createdAt: 1_700_000_000,
  pairedAt: 1_700_000_600,
  updatedAt: 1_700_000_600,
  status: [
    { code: 'lock_motor_state', value: false },
    { code: 'residual_electricity', value: 87 },
    { code: 'alarm_lock', value: 'wrong_finger' },
    { code: 'beep_volume', value: 'normal' },
  ],
  dpIds: type === 'ble' || type === 'ble-gateway' ? bluetoothDpIds : wifiDpIds,
  remoteUnlock: { remoteUnlockWithoutPwd: true, remoteUnlockWithPwd: false },
  users: Object.values(members).map(({ userId }, index) => ({ userId, lockUserId: index + 1 })),
  absentUsers: [],
  opmodes: [...opmodes],
  localPasswords: [],
  offlineSupply: { multiple: 20, once: 20, clearOne: 20, clearAll: 20 },
  ...more,
})

const freshSession = {
  randomIsSet: false,
  recordsWaiting: true,
  storedRecords: [{ dpCode: 'unlock_card', unlockSn: 2, timeMs: 1_750_020_000_000 }],
}
const setSession = { random: '3532373737393530', randomIsSet: true, recordsWaiting: false }

/** One lock of every type. */
type SeedLocks = {
  /** A Wi-Fi lock, the first lock of the seed. */
  readonly frontDoor: Lock
  /** A Bluetooth lock that has not received its random number, and has stored a record. */
  readonly gardenGate: Lock
  /** A Zigbee lock that may be unlocked remotely with and without a password. */
  readonly garage: Lock
  /** A low-power Wi-Fi lock that keeps its connection; remote unlocking is switched off. */
  readonly cellar: Lock
  /** A Wi-Fi lock with a camera; it still stores a user who was deleted in the cloud. */
  readonly porch: Lock
  /** A Wi-Fi lock of the type `wifi-standard`, which is offline. */
  readonly shed: Lock
  /** A Bluetooth lock behind a gateway, which has received its random number. */
  readonly loft: Lock
  /** An access control, which may have several doors. */
  readonly office: Lock
}

export const locks: SeedLocks = {
  frontDoor: lock('front-door', 'wifi', 'Front door'),
  gardenGate: lock('garden-gate', 'ble', 'Garden gate', { ble: freshSession }),
  garage: lock('garage', 'zigbee', 'Garage', {
    remoteUnlock: { remoteUnlockWithoutPwd: true, remoteUnlockWithPwd: true },
  }),
  cellar: lock('cellar', 'wifi-keepalive', 'Cellar', {
    remoteUnlock: { remoteUnlockWithoutPwd: false, remoteUnlockWithPwd: false },
  }),
  porch: lock('porch', 'wifi-video', 'Porch', {
    absentUsers: [{ userId: '1099', lockUserId: 9, userType: 20 }],
  }),
  shed: lock('shed', 'wifi-standard', 'Shed', { online: false }),
  loft: lock('loft', 'ble-gateway', 'Loft', { ble: setSession }),
  office: lock('office', 'access-control', 'Office'),
}
