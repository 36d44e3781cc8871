import { bytesOf } from './hex'

/** Why a lock rejects an enrolment, and the byte that reports it. */
export const enrolmentFailures = {
  'timed-out': 0x00,
  failed: 0x01,
  duplicate: 0x02,
  full: 0x03,
  'invalid-password': 0x04,
  'wrong-length': 0x05,
  'type-not-supported': 0x06,
  'fingerprint-running': 0x07,
  'card-running': 0x08,
  'face-running': 0x09,
  'too-simple': 0x0a,
  'wrong-number': 0xfe,
} as const

/** Why a simulated lock rejects an enrolment. */
export type EnrolmentFailure = keyof typeof enrolmentFailures

/** A running enrolment. */
export interface Enrolment {
  /** The standard code of the method's kind, such as `unlock_fingerprint`. */
  readonly dpCode: string
  /** The number of its user on the lock. */
  readonly memberId: number
  /** The number of steps: how often the finger, the card or the face is read. */
  readonly steps: number
  /** The number of completed steps. */
  done: number
}

/** The value of `unlock_method_create`: a head, the validity of the method, and the digits of a password. */
export interface EnrolCommand {
  readonly type: number
  readonly stage: number
  readonly isAdmin: number
  readonly memberId: number
  readonly pin: readonly number[]
}

export const stages = { start: 0x00, running: 0xfc, failed: 0xfd, cancel: 0xfe, complete: 0xff }

/** Type, stage, administrator, user, number of the method; the validity; the number of uses; the number of digits. */
const BEFORE_PIN = 5 + 17 + 1 + 1

/** `undefined` for bytes that a lock cannot read. */
export const readEnrolCommand = (value: unknown): EnrolCommand | undefined => {
  const bytes = bytesOf(value)
  if (bytes === undefined) return undefined
  const [type, stage, isAdmin, memberId] = bytes
  const pin = bytes.slice(BEFORE_PIN)
  if (type === undefined || stage === undefined || isAdmin === undefined || memberId === undefined)
    return undefined
  return bytes[BEFORE_PIN - 1] === pin.length ? { type, stage, isAdmin, memberId, pin } : undefined
}

/** The numbers of the kinds of method in raw data points. */
const codes: Readonly<Record<number, string>> = {
  1: 'unlock_password',
  2: 'unlock_card',
  3: 'unlock_fingerprint',
  4: 'unlock_face',
  5: 'unlock_hand',
  6: 'unlock_finger_vein',
  // Not documented, and no simulated lock reports it: only the cloud starts such an enrolment.
  7: 'unlock_telecontrol_kit',
}

export const codeOfType = (type: number): string | undefined => codes[type]

export const typeOfCode = (dpCode: string): number | undefined => {
  const type = Object.keys(codes).find((one) => codes[Number(one)] === dpCode)
  return type === undefined ? undefined : Number(type)
}
