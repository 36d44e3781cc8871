import type { Lock } from '../world/lock'
import type { Opmode } from '../world/unlock-methods'
import type { EnrolCommand, EnrolmentFailure } from './enrolment'

/** The maximum for each kind of method. */
const MOST_METHODS = 100
/** For Bluetooth locks. */
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

const next = (numbers: readonly number[]): number => 1 + Math.max(0, ...numbers)

/** Stores a method with the next free number. */
export const storeMethod = (
  { opmodes, users, storesUnassigned = false }: Lock,
  dpCode: string,
  { memberId, pin }: Pick<EnrolCommand, 'memberId' | 'pin'>,
): Opmode => {
  const owner = storesUnassigned
    ? undefined
    : users.find(({ lockUserId }) => lockUserId === memberId)
  const opmode: Opmode = {
    id: String(next(opmodes.map(({ id }) => Number(id)))),
    dpCode,
    unlockSn: next(
      opmodes.filter((method) => method.dpCode === dpCode).map(({ unlockSn }) => unlockSn),
    ),
    name: '',
    hijack: false,
    photoUnlock: false,
    voice: false,
    everAllocated: owner !== undefined,
    ...(owner !== undefined && { userId: owner.userId }),
    ...(pin.length > 0 && { pin: pin.join('') }),
  }
  opmodes.push(opmode)
  return opmode
}
