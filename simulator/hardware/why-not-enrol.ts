import type { Lock } from '../world/lock'
import type { EnrolCommand } from './enrol-command'
import type { EnrolmentFailure } from './enrolment'

/** Methods of one kind. */
const MOST_METHODS = 100
/** Of Bluetooth locks. */
const PIN_LENGTH = 6
const LARGEST_DIGIT = 9

const runningFailures: Readonly<Record<string, EnrolmentFailure>> = {
  unlock_card: 'card-running',
  unlock_face: 'face-running',
}

/** Why a lock rejects an enrolment before the first step. */
export const enrolmentRejection = (
  { dpIds, enrolment, opmodes, enrolmentFailure }: Lock,
  dpCode: string,
  { pin }: EnrolCommand,
): EnrolmentFailure | undefined => {
  if (enrolment !== undefined) return runningFailures[enrolment.dpCode] ?? 'fingerprint-running'
  if (!Object.hasOwn(dpIds, dpCode)) return 'type-not-supported'
  const ofThisKind = opmodes.filter((method) => method.dpCode === dpCode)
  if (ofThisKind.length >= MOST_METHODS) return 'full'
  if (dpCode !== 'unlock_password') return undefined
  if (pin.length !== PIN_LENGTH) return 'wrong-length'
  if (pin.some((digit) => digit > LARGEST_DIGIT)) return 'invalid-password'
  if (new Set(pin).size === 1) return 'too-simple'
  return ofThisKind.some((method) => method.pin === pin.join('')) ? 'duplicate' : enrolmentFailure
}
