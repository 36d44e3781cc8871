import { Observable } from 'rxjs'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { DataPoints, DpValues } from '../../data-points/data-points'
import { remoteNoDpKeyReport } from '../../data-points/raw/remote-no-dp-key'
import { motorIn } from './bolt-state'
import { isReason, lockError } from './reasons'

/** What is expected of the lock. */
export interface ExpectedMove {
  /** Drawn back; `false` for locking. */
  readonly isOpen: boolean
  /** Whose order it is, on the lock. */
  readonly lockUserId: number | undefined
}

/** Locks without a report of the bolt report the opening: from a phone, or from the app. */
const openings = ['unlock_phone_remote', 'unlock_app']
const REMOTE_RESULT = 'remote_no_dp_key'

/**
 * Tells when the lock reports that its bolt moved; fails with a LockError when it reports that it could not. A host
 * that fails while it listens is as one that hears nothing.
 */
export const boltReports = (
  { reports$ }: DataPoints,
  expected: ExpectedMove,
  origin: ErrorOrigin,
): Observable<void> =>
  new Observable((subscriber) =>
    reports$.subscribe({
      next: (report) => {
        const outcome = outcomeIn(report, expected)
        if (outcome === 'moved') subscriber.next()
        else if (outcome !== undefined)
          subscriber.error(lockError(origin, isReason(outcome) ? outcome : 'failed'))
      },
      error: () => {},
    }),
  )

/** `moved`, or what went wrong by the name or the number that the lock gives it. */
const outcomeIn = (
  report: DpValues,
  { isOpen, lockUserId }: ExpectedMove,
): string | number | undefined => {
  if (motorIn(report) === isOpen) return 'moved'
  if (!isOpen) return undefined
  if (openings.some((code) => report[code] !== undefined)) return 'moved'
  const read = remoteNoDpKeyReport.decode(report[REMOTE_RESULT])
  if (read._tag === 'Left') return undefined
  const { result, memberId } = read.right
  if (result === 'ok') return 'moved'
  // That somebody else could not open says nothing about this order, which may still be carried out.
  return lockUserId === undefined || lockUserId === memberId ? result : undefined
}
