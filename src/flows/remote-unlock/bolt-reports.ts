import { Observable } from 'rxjs'
import type { DataPoints, DpValues } from '../../data-points/data-points'
import { remoteNoDpKeyReport } from '../../data-points/raw/remote-no-dp-key'
import { motorIn } from './bolt-state'
import { isReason, type RemoteUnlockReason } from './reasons'

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
 * What the lock reports of its bolt: that it moved, or why it could not. It ends nothing, since a report may be one of the
 * past or of another order. A host that fails while it listens is as one that hears nothing.
 */
export const boltReports = (
  { reports$ }: DataPoints,
  expected: ExpectedMove,
): Observable<'moved' | RemoteUnlockReason> =>
  new Observable((subscriber) =>
    reports$.subscribe({
      next: (report) => {
        const outcome = outcomeIn(report, expected)
        if (outcome !== undefined) subscriber.next(outcome)
      },
      error: () => {},
    }),
  )

const outcomeIn = (
  report: DpValues,
  { isOpen, lockUserId }: ExpectedMove,
): 'moved' | RemoteUnlockReason | undefined => {
  if (motorIn(report) === isOpen) return 'moved'
  if (!isOpen) return undefined
  if (openings.some((code) => report[code] !== undefined)) return 'moved'
  const read = remoteNoDpKeyReport.decode(report[REMOTE_RESULT])
  if (read._tag === 'Left') return undefined
  const { result, memberId } = read.right
  const isOwn = lockUserId === memberId
  // Whoever it was for: the bolt moved, where nobody knows one's own number.
  if (result === 'ok') return isOwn || lockUserId === undefined ? 'moved' : undefined
  // That somebody else could not open says nothing about this order, which may still be carried out.
  if (!isOwn) return undefined
  return isReason(result) ? result : 'failed'
}
