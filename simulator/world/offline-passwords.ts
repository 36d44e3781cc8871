import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import type { Lock } from './lock'
import { DIGITS, randomText } from './random-text'

/** The remaining offline passwords, and the remaining codes that clear them. */
export interface OfflineSupply {
  /** The remaining passwords for any number of openings. */
  multiple: number
  /** The remaining passwords for one opening. */
  once: number
  /** The remaining codes that clear one password. */
  clearOne: number
  /** The remaining codes that clear all passwords. */
  clearAll: number
}

/** A password that the cloud computes and the lock verifies without a connection. */
export interface OfflinePassword {
  /** The id in the cloud. */
  readonly id: string
  /** The id of the lock. */
  readonly lockId: string
  /** The name that the creator gave it. */
  name: string
  /** The digits, as the lock verifies them. */
  readonly pin: string
  /** `once` opens one time, `multiple` any number of times, `clear-all` clears all offline passwords at the lock. */
  readonly kind: 'once' | 'multiple' | 'clear-all'
  /** Seconds since 1970. */
  readonly effectiveTime: number
  /** Seconds since 1970. */
  readonly invalidTime: number
  /** The phone number that it was sent to. */
  mobile?: string
  /** The code that revokes it at the lock; absent before it was revoked. */
  clearingCode?: string
  /** Seconds since 1970. */
  clearingCodeEndsAt?: number
  /** When it was first typed at the lock, milliseconds since 1970. */
  firstUsedAtMs?: number
  /** Its clearing code was typed: the lock no longer accepts it. */
  cleared?: boolean
  /** The cloud no longer lists it; only a clearing code revokes it at the lock. */
  revoked: boolean
}

const CODE_LENGTH = 10
const HOUR_S = 3_600
/** Document 001: a clearing code must be typed within a day. */
const CLEARING_S = 24 * HOUR_S
const FIRST_ID = 210_000_000

/** Offline passwords start and end on whole hours. */
export const flooredToHour = (seconds: number): number => Math.floor(seconds / HOUR_S) * HOUR_S

/** From the hour in which it is issued. */
export const hoursFromNow = ({ now }: Cloud, hours: number) => {
  const effectiveTime = flooredToHour(now() / 1000)
  return { effectiveTime, invalidTime: effectiveTime + hours * HOUR_S }
}

/** Issues the clearing code of a password; a previous code becomes invalid. */
export const setClearingCode = (cloud: Cloud, password: OfflinePassword, code: string): void => {
  password.clearingCode = code
  password.clearingCodeEndsAt = flooredToHour(cloud.now() / 1000) + CLEARING_S
}

export const randomCode = ({ random }: Cloud): string => randomText(random, CODE_LENGTH, DIGITS)

/** Takes a code from the supply of a lock; refused if the supply is empty. */
export const takeCode = (cloud: Cloud, lock: Lock, kind: keyof OfflineSupply): string => {
  if (lock.offlineSupply[kind] <= 0) return refuse('no more passwords can be added')
  lock.offlineSupply[kind] -= 1
  return randomCode(cloud)
}

/** Issues a password from the supply of a lock; sends nothing to the lock. */
export const issueOfflinePassword = (
  cloud: Cloud,
  lock: Lock,
  input: Pick<OfflinePassword, 'kind' | 'name' | 'effectiveTime' | 'invalidTime' | 'mobile'>,
  action: string,
): OfflinePassword => {
  const password: OfflinePassword = {
    ...input,
    pin: takeCode(cloud, lock, input.kind === 'clear-all' ? 'clearAll' : input.kind),
    id: String(FIRST_ID + cloud.world.offlinePasswords.length),
    lockId: lock.id,
    revoked: false,
  }
  cloud.world.offlinePasswords.push(password)
  cloud.record({
    deviceId: lock.id,
    command: 'issue-offline-password',
    action,
    reached: 'cloud',
    detail: { passwordId: password.id, kind: password.kind },
  })
  return password
}

/** A password that was not revoked. */
export const findOfflinePassword = (
  { world }: Cloud,
  lock: Lock,
  passwordId: string,
): OfflinePassword =>
  world.offlinePasswords.find(
    ({ id, lockId, revoked }) => id === passwordId && lockId === lock.id && !revoked,
  ) ?? refuse('no such record', 'pwdId')
