import { Observable } from 'rxjs'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { firstValue } from '../../core/rx/first-value'
import { radioOf } from '../../core/supports-lock-type'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { pinRule } from '../../crypto/pin-rule'
import type { Instructions } from '../shared/instructions'
import type { LockContext } from '../shared/lock-context'
import { namesOf } from '../shared/method-kinds'
import { standardCode } from '../shared/unlock-codes'
import { cipherOf } from '../shared/with-ticket'
import { ENTRY } from './channels'
import { checkPassword, checkRequest } from './check-request'
import type { EnrolRequest } from './enrol-request'
import type { LockMemory } from './enrolment'
import type { OpenChannel } from './enrolment-channel'
import { origin } from './enrolment-error'
import { overCloud } from './over-cloud'
import { overDataPoints } from './over-data-points'
import { overLockSdk } from './over-lock-sdk'

export interface SelectedChannel {
  readonly open: OpenChannel
  readonly stepTimeoutMs: number
}

/** Longer than the minute after which a lock reports `timed-out` itself. */
const STEP_TIMEOUT_MS = 70_000

/**
 * Selects the channel: lock-sdk, data points, or the route of the cloud. Throws a ParamsError or an UnsupportedError
 * before anything is sent.
 */
export const selectChannel = (
  lock: LockContext,
  request: EnrolRequest,
  memory: LockMemory,
  instructions: () => Promise<Instructions>,
): SelectedChannel => {
  checkRequest(request)
  const { options } = lock
  const { type, stepTimeoutMs = STEP_TIMEOUT_MS } = request
  const { raw, sdk } = namesOf(type)
  const { lockSdk, dataPoints } = options
  const isPassword = type === 'password'
  const check = (isSent: boolean) =>
    checkPassword(request, pinRule(options.type, options.digits), isSent)
  const withKindCheck =
    (open: OpenChannel): OpenChannel =>
    async (signal) => {
      await assertSupportedKind(request, instructions, signal)
      return open(signal)
    }

  if (lockSdk !== undefined && sdk !== undefined) {
    assertNoDetails(request, 'lock-sdk')
    check(isPassword)
    const open: OpenChannel = async () => overLockSdk(request, lockSdk, sdk, stepTimeoutMs)
    return { open, stepTimeoutMs }
  }
  if (dataPoints !== undefined && raw !== undefined && supportsDataPoints(lock, request)) {
    check(isPassword)
    const open: OpenChannel = (signal) => overDataPoints(lock, request, { dataPoints, raw }, signal)
    return { open: withKindCheck(open), stepTimeoutMs }
  }
  const openOverCloud = lock.selectOperation(origin.action, [[ENTRY, overCloud]])
  if (namesOf(type).route === undefined)
    throw new UnsupportedError(origin, `the route of the cloud does not support ${type}.`)
  assertNoDetails(request, 'the route of the cloud')
  const isSent = isPassword && radioOf(options.type) === 'ble'
  check(isSent)
  if (isSent) cipherOf(lock, origin)
  const open: OpenChannel = (signal) => openOverCloud(lock, request, memory, signal)
  return { open: withKindCheck(open), stepTimeoutMs }
}

/**
 * Bluetooth locks have the data point, which needs the number of the user. Other locks use the route of the cloud, if the
 * panel supports it.
 */
const supportsDataPoints = (lock: LockContext, { lockUserId }: EnrolRequest): boolean =>
  !lock.supports(ENTRY) ||
  (radioOf(lock.options.type) === 'ble' &&
    (lockUserId !== undefined || lock.supports('doorLock.getUser')))

/** Fails rather than enrol a guest's finger without the requested limits. */
const assertNoDetails = ({ isAdmin, validity, times }: EnrolRequest, channel: string): void => {
  const details = { isAdmin: isAdmin || undefined, validity, times: times || undefined }
  const detail = Object.entries(details).find(([, value]) => value !== undefined)
  if (detail !== undefined)
    throw new UnsupportedError(origin, `${channel} does not support ${detail[0]}; use data points.`)
}

/**
 * Throws an UnsupportedError if the lock does not have the data point of the kind. If its data points are unknown, the lock
 * or the cloud refuses.
 */
const assertSupportedKind = async (
  { type }: EnrolRequest,
  instructions: () => Promise<Instructions>,
  signal: AbortSignalLike,
): Promise<void> => {
  const rows = await firstValue(readOrEmpty(instructions), origin, signal)
  const hasCode = rows.some(({ dp_code }) => standardCode(dp_code) === namesOf(type).dpCode)
  if (rows.length > 0 && !hasCode)
    throw new UnsupportedError(origin, `this lock has no data point for ${type}.`)
}

/** An Observable, so that a cancel need not wait for the answer; empty after a failure. */
const readOrEmpty = (instructions: () => Promise<Instructions>): Observable<Instructions> =>
  new Observable((subscriber) => {
    instructions().then(
      (rows) => subscriber.next(rows),
      () => subscriber.next([]),
    )
  })
