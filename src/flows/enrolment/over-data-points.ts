import { Observable } from 'rxjs'
import { ParamsError } from '../../core/errors/params-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { DataPoints, DpValues } from '../../data-points/data-points'
import type { MethodStage, MethodType } from '../../data-points/raw/methods'
import { unlockMethodCreate } from '../../data-points/raw/unlock-method-create'
import { permanent, type Validity } from '../../data-points/raw/validity'
import type { LockContext } from '../shared/lock-context'
import type { EnrolmentValidity, EnrolRequest } from './enrol-request'
import { origin } from './enrolment-error'
import { type EnrolmentWay, onlyOf } from './enrolment-way'
import { CREATE, enrolmentEventsOfDataPoints } from './events-of-data-points'
import { type Newcomers, newcomersOf } from './newcomers'

/** The command and the reports are one data point; a report names kind and user, and is ours by both. */
export const overDataPoints = async (
  lock: LockContext,
  request: EnrolRequest,
  { dataPoints, raw }: { readonly dataPoints: DataPoints; readonly raw: MethodType },
  signal: AbortSignalLike,
): Promise<EnrolmentWay> => {
  const { userId, lockUserId } = await numberOf(lock, request, signal)
  const start = commandOf(request, raw, lockUserId, 'start')
  const newcomers = await listedBefore(lock, request, userId, signal)
  return {
    userId,
    events$: onlyOf(enrolmentEventsOfDataPoints(dataPoints), request.type, lockUserId),
    start: () => sent(dataPoints, start),
    stop$: sent(dataPoints, commandOf(request, raw, lockUserId, 'cancel')),
    newcomers,
  }
}

/** An app's own data points might send when they are asked: a command to cancel would be the first. */
const sent = ({ send }: DataPoints, dps: DpValues): Observable<never> =>
  new Observable((subscriber) => send(dps).subscribe(subscriber))

/** The lock knows its users by numbers. */
const numberOf = async (
  { call, deviceId }: LockContext,
  { user, lockUserId }: EnrolRequest,
  signal: AbortSignalLike,
) => {
  if (lockUserId !== undefined) return { userId: user, lockUserId }
  const found = await call('doorLock.getUser', { device_id: deviceId, user_id: user }, { signal })
  return { userId: found.user_id, lockUserId: found.lock_user_id }
}

/** They help where the link breaks; an enrolment that needs no cloud does not fail for want of it. */
const listedBefore = async (
  lock: LockContext,
  { type }: EnrolRequest,
  userId: string,
  signal: AbortSignalLike,
): Promise<Newcomers | undefined> => {
  try {
    return await newcomersOf(lock, { type, userId, userKind: 1 }, signal)
  } catch {
    return undefined
  }
}

/** A command to cancel is the same with its stage. */
const commandOf = (
  { isAdmin = false, validity, times = 0, password = '' }: EnrolRequest,
  raw: MethodType,
  memberId: number,
  stage: MethodStage,
): DpValues => {
  try {
    const command = unlockMethodCreate.encode({
      type: raw,
      stage,
      isAdmin,
      memberId,
      hardId: 'new',
      validity: validity === undefined ? permanent : inSeconds(validity),
      times,
      pin: password,
    })
    return { [CREATE]: command }
  } catch {
    // All else was checked: it is the number that the cloud has for the user.
    throw new ParamsError(origin, [
      { path: 'lockUserId', message: 'expected a number of one byte; the cloud has another' },
    ])
  }
}

const inSeconds = ({ fromMs, toMs, weekly }: EnrolmentValidity): Validity => ({
  from: Math.floor(fromMs / 1000),
  to: Math.floor(toMs / 1000),
  ...(weekly !== undefined && { weekly }),
})
