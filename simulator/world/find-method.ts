import { refuse } from '../refusal'
import type { Lock } from './lock'
import type { MethodNumber } from './log-entry'
import type { Opmode } from './opmode'

export const methodOf = ({ opmodes }: Lock, method: MethodNumber): Opmode | undefined =>
  opmodes.find(({ dpCode, unlockSn }) => dpCode === method.dpCode && unlockSn === method.unlockSn)

/** A fingerprint, card or password of a lock; refused if the lock has no method of that number. */
export const findMethod = (lock: Lock, method: MethodNumber): Opmode =>
  methodOf(lock, method) ?? refuse('no such record', method.dpCode)
