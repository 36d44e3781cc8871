import type { Member } from './member'

/** A user without an account: there is no member with their `uid`. Their number is in `users` of the lock. */
export interface DeviceUser extends Member {
  readonly lockId: string
  /** Digits, as entered; may be empty. */
  sex: string
  /** As entered; may be empty. */
  birthday: string
  /** Centimetres. */
  height: number
  /** Grams; 0 if not entered. */
  weight: number
}
