import { Observable } from 'rxjs'
import { ParamsError } from '../../core/errors/params-error'
import { flatMap } from '../../core/rx/flat-map'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { DataPoints, DpValues } from '../../data-points/data-points'
import type { MethodStage, MethodType } from '../../data-points/raw/methods'
import { unlockMethodCreate } from '../../data-points/raw/unlock-method-create'
import { permanent, type Validity } from '../../data-points/raw/validity'
import type { LockContext } from '../shared/lock-context'
import { weeklyHours } from '../shared/weekly-input'
import type { EnrolledMethod, EnrolmentValidity, EnrolRequest } from './enrol-request'
import { type EnrolmentChannel, ownEvents } from './enrolment-channel'
import { origin } from './enrolment-error'
import { CREATE, enrolmentEventsOfDataPoints } from './events-of-data-points'
import { createNewMethodFinder, type NewMethodFinder } from './new-method-finder'

/** The lock has the method already. */
const LIST_TIMEOUT_MS = 5_000

/** The command and the reports use one data point; a report belongs to this enrolment by its kind and user. */
export const overDataPoints = async (
  lock: LockContext,
  request: EnrolRequest,
  { dataPoints, raw }: { readonly dataPoints: DataPoints; readonly raw: MethodType },
  signal: AbortSignalLike,
): Promise<EnrolmentChannel> => {
  const { userId, lockUserId } = await numberOf(lock, request, signal)
  const start = commandOf(request, raw, lockUserId, 'start')
  const newMethods = await findNewMethods(lock, request, userId, signal)
  const reported = new Set<number | undefined>()
  const own$ = ownEvents(enrolmentEventsOfDataPoints(dataPoints), request.type, lockUserId)
  return {
    userId,
    events$: flatMap(own$, () => (event) => {
      if (event.step === 'done') reported.add(event.unlockSn)
      return [event]
    }),
    asListed: async (method) =>
      reported.has(method.unlockSn) ? asListed(method, newMethods) : method,
    start: () => sendOnSubscribe(dataPoints, start),
    stop$: sendOnSubscribe(dataPoints, commandOf(request, raw, lockUserId, 'cancel')),
    newMethods,
  }
}

/**
 * The report of the lock has the number of the method, and the cloud whether its user has it. Unchanged if the lists cannot
 * be read or do not show it yet, because the report names the user.
 */
const asListed = async (
  method: EnrolledMethod,
  newMethods: NewMethodFinder | undefined,
): Promise<EnrolledMethod> => {
  const found = await newMethods?.find({ deadlineMs: LIST_TIMEOUT_MS }).catch(() => undefined)
  const listed = found?.candidates.find(({ unlockSn }) => unlockSn === method.unlockSn)
  return listed === undefined ? method : { ...method, isAssigned: listed.userId === method.userId }
}

/** Calls `send` on subscription only, because an app's own data points may send when it is called. */
const sendOnSubscribe = ({ send }: DataPoints, dps: DpValues): Observable<never> =>
  new Observable((subscriber) => send(dps).subscribe(subscriber))

/** Data points identify a user by the number on the lock. */
const numberOf = async (
  { call, deviceId }: LockContext,
  { user, lockUserId }: EnrolRequest,
  signal: AbortSignalLike,
) => {
  if (lockUserId !== undefined) return { userId: user, lockUserId }
  const row = await call('doorLock.getUser', { device_id: deviceId, user_id: user }, { signal })
  if (row.lock_user_id === undefined)
    throw new ParamsError(origin, [
      { path: 'lockUserId', message: 'required: the cloud did not return the number of the user' },
    ])
  return { userId: row.user_id, lockUserId: row.lock_user_id }
}

/** The lists help if the link breaks; an enrolment over data points works without them. */
const findNewMethods = async (
  lock: LockContext,
  { type }: EnrolRequest,
  userId: string,
  signal: AbortSignalLike,
): Promise<NewMethodFinder | undefined> => {
  try {
    return await createNewMethodFinder(lock, { type, userId, userKind: 1 }, signal)
  } catch {
    return undefined
  }
}

/** The stop command differs only in its stage. */
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
      validity: rawValidity(validity),
      times,
      pin: password,
    })
    return { [CREATE]: command }
  } catch {
    // Everything else was validated, so it is the number from the cloud.
    throw new ParamsError(origin, [
      { path: 'lockUserId', message: 'expected one byte; the cloud returned another number' },
    ])
  }
}

/** The input was validated: it has one entry of weekly hours at most. */
const rawValidity = (validity: EnrolmentValidity | undefined): Validity => {
  if (validity === undefined) return permanent
  const { fromMs, toMs, weekly } = validity
  const [hours] = weekly === undefined ? [] : weeklyHours(weekly)
  return { fromMs, toMs, ...(hours !== undefined && { weekly: hours }) }
}
