import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import type { Lock } from '../world/lock'
import { DIGITS, randomText } from '../world/random-text'
import { enrol } from './enrol'
import { stages } from './enrol-command'
import type { Enrolment } from './enrolment'
import { hexOf } from './hex'
import { typeOfCode } from './method-types'

/** The length that a lock accepts. */
const PIN_DIGITS = 6
const ANY_NUMBER = 0xff
const NO_ADMINISTRATOR = 0
/** Multiple use. */
const NO_LIMIT = 0
/** Begin and end of a method that is always valid, and no days. */
const ALWAYS = `386cd30072bc9b7f${'00'.repeat(9)}`

/** The cloud starts an enrolment at a lock; a password that was not sent is typed at the lock. */
export const startEnrolment = (
  cloud: Cloud,
  lock: Lock,
  {
    dpCode,
    memberId,
    pin = randomText(cloud.random, PIN_DIGITS, DIGITS),
  }: {
    readonly dpCode: string
    readonly memberId: number
    readonly pin?: string | undefined
  },
): void => {
  const digits = dpCode === 'unlock_password' ? Array.from(pin, Number) : []
  const head = hexOf([typeByteOf(dpCode), stages.start, NO_ADMINISTRATOR, memberId, ANY_NUMBER])
  enrol(cloud, lock, `${head}${ALWAYS}${hexOf([NO_LIMIT, digits.length, ...digits])}`)
}

/** The cloud stops an enrolment at a lock. */
export const cancelEnrolment = (
  cloud: Cloud,
  lock: Lock,
  { dpCode, memberId }: Enrolment,
): void => {
  const head = hexOf([typeByteOf(dpCode), stages.cancel, NO_ADMINISTRATOR, memberId, ANY_NUMBER])
  enrol(cloud, lock, `${head}${ALWAYS}${hexOf([NO_LIMIT, 0])}`)
}

const typeByteOf = (dpCode: string): number =>
  typeOfCode(dpCode) ?? refuse('command or value not supported', dpCode)
