import type { Cloud } from '../cloud'
import { unlockIdOf } from '../world/ble'
import type { Lock } from '../world/lock'
import { closeBolt, openRemotely } from '../world/open-bolt'
import { recordBolt } from '../world/record-bolt'
import { report } from '../world/report'
import { bytesOf, hex, hexOf } from './hex'

/** The head of both Bluetooth commands: sender, receiver, and the random number that authenticates it. */
interface BleHead {
  readonly master: string
  readonly slave: string
  readonly random: string
  readonly operation: number
  /** The bytes after the head. */
  readonly rest: readonly number[]
}

const results = {
  ok: 0x00,
  failed: 0x01,
  'wrong master': 0x02,
  'wrong slave': 0x03,
  'wrong random': 0x04,
  'wrong operation': 0x05,
  'not set': 0x07,
}

/** `undefined` if the value does not have that length. */
const readBleHead = (value: unknown, length: number): BleHead | undefined => {
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
const headError = (
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

export const BLE_UNLOCK_CHECK = 'ble_unlock_check'
const UNLOCK_CHECK_LENGTH = 19
const OPEN = 1

/** Opens or locks, if the random number is the one that was sent to the lock. */
export const bleUnlockCheck = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const head = readBleHead(value, UNLOCK_CHECK_LENGTH)
  if (head === undefined) return
  const result = results[moveBolt(cloud, lock, head)]
  const timeAndSource = hexOf(head.rest.slice(0, -1))
  report(
    cloud,
    lock,
    BLE_UNLOCK_CHECK,
    `${head.slave}${head.master}${head.random}${hex(head.operation, 1)}${timeAndSource}${hex(result, 1)}`,
  )
}

const moveBolt = (cloud: Cloud, lock: Lock, head: BleHead): keyof typeof results => {
  const { ble: session } = lock
  const expected = session?.randomIsSet === true ? session.random : undefined
  const error = headError(cloud, lock, head, expected)
  if (error !== undefined) return error
  const isOpening = head.operation === OPEN
  const entry = {
    command: isOpening ? 'unlock' : 'lock',
    action: BLE_UNLOCK_CHECK,
    detail: {},
  } as const
  const isDone = recordBolt(cloud, lock, entry, () =>
    isOpening ? openRemotely(cloud, lock) : closeBolt(cloud, lock),
  )
  return isDone ? 'ok' : 'failed'
}

export const CHECK_CODE_SET = 'check_code_set'
const CODE_SET_LENGTH = 23
const NO_RANDOM = '0'.repeat(16)
const REMOVE = 1

/** Sets a new random number, or clears the current one. */
export const checkCodeSet = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const head = readBleHead(value, CODE_SET_LENGTH)
  if (head === undefined || lock.ble === undefined) return
  const result = results[setRandom(cloud, lock, head)]
  report(
    cloud,
    lock,
    CHECK_CODE_SET,
    `${head.slave}${head.master}${head.random}${hex(head.operation, 1)}${newMasterOf(head)}${hex(result, 1)}`,
  )
}

const newMasterOf = ({ rest }: BleHead): string => hexOf(rest.slice(0, 2))
const newRandomOf = ({ rest }: BleHead): string => hexOf(rest.slice(2))

const setRandom = (cloud: Cloud, lock: Lock, head: BleHead): keyof typeof results => {
  const { ble: session } = lock
  if (session === undefined) return 'failed'
  const isRemoval = head.operation === REMOVE
  const error = headError(cloud, lock, head, isRemoval ? session.random : NO_RANDOM)
  if (error !== undefined) return error
  if (isRemoval && !session.randomIsSet) return 'not set'
  // Instructions are accepted only with the random number that the cloud issued last.
  session.randomIsSet = !isRemoval && newRandomOf(head) === session.random
  return 'ok'
}
