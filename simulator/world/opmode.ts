/** One fingerprint, card or password that is stored on a lock. */
export interface Opmode {
  /** A standard DP code, such as unlock_fingerprint. */
  readonly dpCode: string
  readonly unlockSn: number
  name: string
  /** Whose it is; nobody's yet, if left out. */
  userId?: string
  /** Raises a duress alarm. */
  hijack: boolean
  /** Takes a picture when it unlocks. */
  photoUnlock: boolean
  /** Belonged to a user before. */
  everAllocated: boolean
}
