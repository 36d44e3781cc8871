import { UnsupportedError } from '../../core/errors/unsupported-error'
import { radioOf } from '../../core/supports-lock-type'
import type { Instructions } from '../shared/instructions'
import type { LockContext } from '../shared/lock-context'
import { cipherOf } from '../shared/with-encrypted-password'
import { checkPassword, checkRequest } from './check-request'
import type { EnrolRequest } from './enrol-request'
import { origin } from './enrolment-error'
import type { OpenWay } from './enrolment-way'
import type { LockMemory } from './lock-memory'
import { namesOf } from './method-names'
import { ENTRY, overCloud } from './over-cloud'
import { overDataPoints } from './over-data-points'
import { overLockSdk } from './over-lock-sdk'
import { refuseKind } from './refuse-kind'

export interface ChosenWay {
  readonly open: OpenWay
  readonly stepTimeoutMs: number
}

/** Longer than the minute after which a lock says itself that nobody came. */
const STEP_TIMEOUT_MS = 70_000

/**
 * The way that this lock can go with what it was given: lock-sdk, its data points, the route of the cloud. Throws a
 * ParamsError or an UnsupportedError before anything is sent.
 */
export const chooseWay = (
  lock: LockContext,
  request: EnrolRequest,
  memory: LockMemory,
  instructions: () => Promise<Instructions>,
): ChosenWay => {
  checkRequest(request)
  const { options } = lock
  const { type, stepTimeoutMs = STEP_TIMEOUT_MS } = request
  const { raw, sdk } = namesOf(type)
  const { lockSdk, dataPoints } = options
  const isPassword = type === 'password'
  const check = (isSent: boolean) => checkPassword(request, options.type, isSent)
  const readable =
    (open: OpenWay): OpenWay =>
    async (signal) => {
      await refuseKind(request, instructions, signal)
      return open(signal)
    }

  if (lockSdk !== undefined && sdk !== undefined) {
    refuseDetails(request, 'lock-sdk')
    check(isPassword)
    const open: OpenWay = async () => overLockSdk(request, lockSdk, sdk, stepTimeoutMs)
    return { open, stepTimeoutMs }
  }
  if (dataPoints !== undefined && raw !== undefined && isNumbered(lock, request)) {
    check(isPassword)
    const open: OpenWay = (signal) => overDataPoints(lock, request, { dataPoints, raw }, signal)
    return { open: readable(open), stepTimeoutMs }
  }
  const over = lock.selectOperation(origin.action, [[ENTRY, overCloud]])
  if (namesOf(type).route === undefined)
    throw new UnsupportedError(origin, `the route of the cloud does not take in a ${type}.`)
  refuseDetails(request, 'the route of the cloud')
  const isSent = isPassword && radioOf(options.type) === 'ble'
  check(isSent)
  if (isSent) cipherOf(lock, origin)
  const open: OpenWay = (signal) => over(lock, request, memory, signal)
  return { open: readable(open), stepTimeoutMs }
}

/**
 * Bluetooth locks have the data point, and it wants the number of the user. Other locks are asked by the cloud, as far as
 * the panel can.
 */
const isNumbered = (lock: LockContext, { lockUserId }: EnrolRequest): boolean =>
  !lock.supports(ENTRY) ||
  (radioOf(lock.options.type) === 'ble' &&
    (lockUserId !== undefined || lock.supports('doorLock.getUser')))

/** A guest's finger that opens for ever is worse than none. */
const refuseDetails = ({ isAdmin, validity, times }: EnrolRequest, carrier: string): void => {
  const details = { isAdmin: isAdmin || undefined, validity, times: times || undefined }
  const given = Object.entries(details).find(([, value]) => value !== undefined)
  if (given !== undefined)
    throw new UnsupportedError(origin, `${carrier} carries no ${given[0]}; data points do.`)
}
