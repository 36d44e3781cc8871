import type { Member } from './member'

/** Somebody who unlocks and has no account: their `uid` leads nowhere. Their number stands in `users` of the lock. */
export interface DeviceUser extends Member {
  readonly lockId: string
  /** Digits, as it was given; may be empty. */
  sex: string
  /** As it was given; may be empty. */
  birthday: string
  /** Centimetres. */
  height: number
  /** Grams; 0 if it was not given. */
  weight: number
}
