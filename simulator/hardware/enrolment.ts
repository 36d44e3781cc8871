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

export type EnrolmentFailure = keyof typeof enrolmentFailures

/** A running enrolment. */
export interface Enrolment {
  readonly dpCode: string
  /** The number of its user on the lock. */
  readonly memberId: number
  /** The number of steps: how often the finger, the card or the face is read. */
  readonly steps: number
  /** The number of completed steps. */
  done: number
}
