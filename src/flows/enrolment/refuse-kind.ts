import { Observable } from 'rxjs'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { firstValue } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { Instructions } from '../shared/instructions'
import { standardCode } from '../shared/unlock-codes'
import type { EnrolRequest } from './enrol-request'
import { origin } from './enrolment-error'
import { namesOf } from './method-names'

/**
 * Throws an UnsupportedError where the lock is known to lack the data point of a kind. Where nothing is known of its data
 * points, the lock or the cloud says so itself.
 */
export const refuseKind = async (
  { type }: EnrolRequest,
  instructions: () => Promise<Instructions>,
  signal: AbortSignalLike,
): Promise<void> => {
  const rows = await firstValue(asked(instructions), origin, signal)
  const hasCode = rows.some(({ dp_code }) => standardCode(dp_code) === namesOf(type).dpCode)
  if (rows.length > 0 && !hasCode)
    throw new UnsupportedError(origin, `this lock has no data point of a ${type}.`)
}

/** Whoever cancels does not wait for the answer; a failure tells nothing of the lock. */
const asked = (instructions: () => Promise<Instructions>): Observable<Instructions> =>
  new Observable((subscriber) => {
    instructions().then(
      (rows) => subscriber.next(rows),
      () => subscriber.next([]),
    )
  })
