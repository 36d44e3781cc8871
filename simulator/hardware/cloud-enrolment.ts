import type { Cloud } from '../cloud'
import type { UnlockMethodStatus } from '../push'
import { refuse } from '../refusal'
import type { Lock } from '../world/lock'
import { DIGITS, randomText } from '../world/random-text'
import type { LockReport } from '../world/report'
import { ENROL, enrol } from './enrol'
import { type Enrolment, stages, typeOfCode } from './enrolment'
import { bytesOf, hexOf } from './hex'

/** The length that a lock accepts. */
const PIN_DIGITS = 6
const ANY_NUMBER = 0xff
const NO_ADMINISTRATOR = 0
/** Multiple use. */
const NO_LIMIT = 0
/** Start and end of a method that is always valid, and no days. */
const ALWAYS = `386cd30072bc9b7f${'00'.repeat(9)}`

/** Starts an enrolment at a lock; without `pin` a random one stands for the password typed at the lock. */
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

/** Cancels an enrolment at a lock. */
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

const event = 'unlockMethodEntry'

/** The push message for a reported step of an enrolment; undefined for other reports. */
const enrolmentStatuses = (
  { enrolment }: Lock,
  { dps }: LockReport,
): readonly UnlockMethodStatus[] => {
  const [, stage, , , , count = 0] = bytesOf(dps[ENROL]) ?? []
  switch (stage) {
    case stages.start:
      return [
        { event, operate: 1, raised: true },
        { event, totalPeriod: count },
      ]
    case stages.running:
      return [{ event, period: (enrolment?.steps ?? count) - count }]
    case stages.cancel:
      return [{ event, operate: 2, finish: true }]
    case stages.complete:
    case stages.failed:
      return [{ event, finish: true }]
    default:
      return []
  }
}

/** Pushes the enrolment reports of the locks. */
export const pushEnrolments = (cloud: Cloud): void => {
  cloud.reports$.subscribe((report) => {
    const lock = cloud.world.locks.find(({ id }) => id === report.deviceId)
    if (lock === undefined) return
    for (const status of enrolmentStatuses(lock, report)) cloud.push(lock, status)
  })
}
