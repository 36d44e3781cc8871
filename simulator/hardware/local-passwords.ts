import type { Cloud } from '../cloud'
import type { CommandKind } from '../journal'
import type { LocalPassword } from '../world/local-password'
import type { Lock } from '../world/lock'
import { validPasswordsOf } from '../world/password-rules'
import { report } from '../world/report'
import { bytesOf, hexOf } from './hex'

export const CREATE = 'temporary_password_creat'
export const DELETE = 'temporary_password_delete'
export const MODIFY = 'temporary_password_modify'

const results = { ok: 0x00, failed: 0x01, full: 0x02, duplicate: 0x03, 'too simple': 0x0a }
type Result = keyof typeof results

/** Start and end in seconds, then nine bytes of weekly hours. */
const VALIDITY_LENGTH = 17
const WEEKLY = 2
const PIN_LENGTH = 6
const LARGEST_DIGIT = 9
const MOST_PASSWORDS = 10
const ONCE = 1

type Validity = Pick<LocalPassword, 'effectiveTime' | 'invalidTime' | 'schedule'>

const readValidity = (bytes: readonly number[]): Validity => {
  const seconds = (at: number) => Number.parseInt(hexOf(bytes.slice(at, at + 4)), 16)
  const [kind, , , , working_day = 0, fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] =
    bytes.slice(8)
  const hours = {
    effective_time: fromHour * 60 + fromMinute,
    invalid_time: toHour * 60 + toMinute,
    working_day,
  }
  return {
    effectiveTime: seconds(0),
    invalidTime: seconds(4),
    ...(kind === WEEKLY && { schedule: [hours] }),
  }
}

/** Stores a password: `01`, its validity, the number of openings, and its digits with their number before them. */
export const createPassword = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const [kind, ...bytes] = bytesOf(value) ?? []
  if (kind !== 1) return
  const validity = readValidity(bytes.slice(0, VALIDITY_LENGTH))
  const [times, length, ...pin] = bytes.slice(VALIDITY_LENGTH)
  const sn = unusedNumber(lock)
  const result: Result = pin.length === length ? pinResult(cloud, lock, pin) : 'failed'
  if (result === 'ok') {
    const isOnce = times === ONCE
    lock.localPasswords.push({ sn, pin: pin.join(''), isOnce, ...validity })
    record(cloud, lock, 'create-password', CREATE, sn)
  }
  report(cloud, lock, CREATE, hexOf([result === 'ok' ? sn : 0, results[result]]))
}

const pinResult = (cloud: Cloud, lock: Lock, pin: readonly number[]): Result => {
  if (pin.length !== PIN_LENGTH || pin.some((digit) => digit > LARGEST_DIGIT)) return 'failed'
  if (new Set(pin).size === 1) return 'too simple'
  if (lock.localPasswords.length >= MOST_PASSWORDS) return 'full'
  const others = [...lock.localPasswords, ...validPasswordsOf(cloud, lock)]
  return others.some((other) => other.pin === pin.join('')) ? 'duplicate' : 'ok'
}

/** A lock uses the number of a deleted password again. */
const unusedNumber = ({ localPasswords }: Lock): number => {
  let sn = 1
  while (localPasswords.some((password) => password.sn === sn)) sn++
  return sn
}

/** Deletes the password with this number. */
export const deletePassword = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const [sn = 0] = bytesOf(value) ?? []
  const at = lock.localPasswords.findIndex((password) => password.sn === sn)
  if (at >= 0) {
    lock.localPasswords.splice(at, 1)
    record(cloud, lock, 'delete-password', DELETE, sn)
  }
  report(cloud, lock, DELETE, hexOf([sn, results[at < 0 ? 'failed' : 'ok']]))
}

/** Replaces the validity of the password with this number: its number, `01`, the validity, and two zeros. */
export const modifyPassword = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const [sn = 0, , ...bytes] = bytesOf(value) ?? []
  const at = lock.localPasswords.findIndex((password) => password.sn === sn)
  const before = lock.localPasswords[at]
  if (before !== undefined) {
    const { pin, isOnce } = before
    lock.localPasswords[at] = { sn, pin, isOnce, ...readValidity(bytes) }
    record(cloud, lock, 'modify-password', MODIFY, sn)
  }
  report(cloud, lock, MODIFY, hexOf([sn, results[before === undefined ? 'failed' : 'ok']]))
}

const record = (cloud: Cloud, lock: Lock, command: CommandKind, action: string, sn: number) =>
  cloud.record({ deviceId: lock.id, command, action, reached: 'lock', detail: { sn } })
