/** Why a lock takes no method in, and the byte by which it says so. */
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

/** A method on its way into a lock. */
export interface Enrolment {
  readonly dpCode: string
  /** Whose it will be, as the lock numbers its users. */
  readonly memberId: number
  /** How often the finger, the card or the face is read. */
  readonly steps: number
  /** How many of them are done. */
  done: number
}
