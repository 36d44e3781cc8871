/** One fingerprint, card or password that is stored on a lock. */
export interface Opmode {
  /** Digits; no other method of its lock has the same. */
  readonly id: string
  /** A standard DP code, such as unlock_fingerprint. */
  readonly dpCode: string
  readonly unlockSn: number
  name: string
  /** Of a password: its digits, where the lock took it in itself. Never part of an answer. */
  readonly pin?: string
  /** Whose it is; nobody's yet, if left out. */
  userId?: string
  /** Raises a duress alarm. */
  hijack: boolean
  /** Takes a picture when it unlocks. */
  photoUnlock: boolean
  /** Says something when it unlocks. */
  voice: boolean
  /** Belonged to a user before. */
  everAllocated: boolean
  /** Given to its user out of those that were nobody's; the others were taken in for their user. */
  assigned?: boolean
}
