import { refuse } from '../refusal'
import type { Lock } from './lock'
import type { MethodNumber } from './log'

/** One fingerprint, card or password that is stored on a lock. */
export interface Opmode {
  /** Digits; no other method of its lock has the same. */
  readonly id: string
  /** A standard DP code, such as unlock_fingerprint. */
  readonly dpCode: string
  /** The number of the method on the lock, within its kind. */
  readonly unlockSn: number
  /** The name that the user gave the method. */
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

/** The number of the data point, and the number of the method on the lock: 1-2. */
export const methodIdOf = ({ dpIds }: Lock, { dpCode, unlockSn }: MethodNumber): string =>
  `${dpIds[dpCode] ?? 0}-${unlockSn}`

const codeOfDpId = ({ dpIds }: Lock, dpId: number): string | undefined =>
  Object.keys(dpIds).find((code) => dpIds[code] === dpId)

/** The method that an id such as 1-2 or 1-02 names. */
export const methodNamed = (lock: Lock, unlockId: string): Opmode => {
  const [, dpId, unlockSn] = /^(\d+)-(\d+)$/.exec(unlockId) ?? []
  if (dpId === undefined) return refuse('param is illegal', 'unlockId')
  const dpCode = codeOfDpId(lock, Number(dpId)) ?? refuse('no such record', 'unlockId')
  return findMethod(lock, { dpCode, unlockSn: Number(unlockSn) })
}

export const methodOf = ({ opmodes }: Lock, method: MethodNumber): Opmode | undefined =>
  opmodes.find(({ dpCode, unlockSn }) => dpCode === method.dpCode && unlockSn === method.unlockSn)

/** A fingerprint, card or password of a lock; refused if the lock has no method of that number. */
export const findMethod = (lock: Lock, method: MethodNumber): Opmode =>
  methodOf(lock, method) ?? refuse('no such record', method.dpCode)

/** Makes a method unassigned. */
export const release = (opmode: Opmode): void => {
  delete opmode.userId
  delete opmode.assigned
}

/** Makes the methods of a user unassigned. */
export const releaseAllOf = ({ opmodes }: Lock, userId: string): void => {
  for (const opmode of opmodes) if (opmode.userId === userId) release(opmode)
}
