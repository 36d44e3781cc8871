import type { Cloud } from '../cloud'
import { unlockIdOf } from '../world/ble'
import type { Lock } from '../world/lock'
import { bytesOf, hexOf } from './hex'

/** The head of both Bluetooth commands: sender, receiver, and the random number that authenticates it. */
export interface BleHead {
  readonly master: string
  readonly slave: string
  readonly random: string
  readonly operation: number
  /** The bytes after the head. */
  readonly rest: readonly number[]
}

export const results = {
  ok: 0x00,
  failed: 0x01,
  'wrong master': 0x02,
  'wrong slave': 0x03,
  'wrong random': 0x04,
  'wrong operation': 0x05,
  'not set': 0x07,
}

/** `undefined` if the value does not have that length. */
export const readBleHead = (value: unknown, length: number): BleHead | undefined => {
  const bytes = bytesOf(value)
  if (bytes?.length !== length) return undefined
  return {
    master: hexOf(bytes.slice(0, 2)),
    slave: hexOf(bytes.slice(2, 4)),
    random: hexOf(bytes.slice(4, 12)),
    operation: bytes[12] ?? 0,
    rest: bytes.slice(13),
  }
}

/** The master id of a phone. */
const PHONE = 'ffff'

/** The error of a head, given the random number that the lock expects; `undefined` if it is valid. */
export const headError = (
  cloud: Cloud,
  lock: Lock,
  { master, slave, random, operation }: BleHead,
  expected: string | undefined,
): keyof typeof results | undefined => {
  if (master !== PHONE) return 'wrong master'
  if (slave !== unlockIdOf(cloud, lock)) return 'wrong slave'
  if (random !== expected) return 'wrong random'
  return operation > 1 ? 'wrong operation' : undefined
}
