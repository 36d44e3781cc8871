import { Observable } from 'rxjs'
import type { DataPoints, DpValues } from '../../data-points/data-points'
import { remoteNoDpKeyReport } from '../../data-points/raw/remote-no-dp-key'
import { standardCode } from '../shared/unlock-codes'
import { motorIn } from './bolt-state'
import { isReason, type RemoteUnlockReason } from './reasons'

/** The expected report. */
export interface ExpectedMove {
  /** `true` for unlocking, `false` for locking. */
  readonly isOpen: boolean
  /** The number of the current user on the lock. */
  readonly lockUserId: number | undefined
}

/** Locks that do not report their bolt report the opening by phone or app. */
export const remoteOpenings: readonly string[] = ['unlock_phone_remote', 'unlock_app']

const isRemoteOpening = (report: DpValues): boolean =>
  Object.keys(report).some(
    (code) => remoteOpenings.includes(standardCode(code)) && report[code] !== undefined,
  )
const REMOTE_RESULT = 'remote_no_dp_key'

/**
 * The lock's reports about its bolt: it moved, or the reason why not. Never completes, because a report may be old or
 * belong to another command. A host that fails is treated like one that does not report.
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
  if (isRemoteOpening(report)) return 'moved'
  const read = remoteNoDpKeyReport.decode(report[REMOTE_RESULT])
  if (read._tag === 'Left') return undefined
  const { result, memberId } = read.right
  const isOwn = lockUserId === memberId
  // Without the current user's number, a report for any user confirms that the bolt moved.
  if (result === 'ok') return isOwn || lockUserId === undefined ? 'moved' : undefined
  // The failure of another user's command does not concern this command.
  if (!isOwn) return undefined
  return isReason(result) ? result : 'failed'
}
