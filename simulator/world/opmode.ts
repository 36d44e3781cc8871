/** One fingerprint, card or password that is stored on a lock. */
export interface Opmode {
  /** Digits; no other method of its lock has the same. */
  readonly id: string
  /** A standard DP code, such as unlock_fingerprint. */
  readonly dpCode: string
  readonly unlockSn: number
  name: string
  /** Of a password that was enrolled at the lock: its digits. Not part of any answer. */
  readonly pin?: string
  /** Its user; unassigned if absent. */
  userId?: string
  /** Raises a duress alarm. */
  hijack: boolean
  /** Takes a picture when it unlocks. */
  photoUnlock: boolean
  /** Plays a voice message when it unlocks. */
  voice: boolean
  /** Was assigned to a user before. */
  everAllocated: boolean
  /** Assigned to its user from the unassigned methods; the others were enrolled for their user. */
  assigned?: boolean
}
