import { Observable } from 'rxjs'
import { type Issue, issuesOf } from '../../core/errors/issue'
import type { DataPoints } from '../../data-points/data-points'
import {
  type EnrolmentReport,
  unlockMethodCreateReport,
} from '../../data-points/raw/unlock-method-create'
import type { EnrolmentEvent, EnrolmentEvents } from './enrolment-event'
import { typeNamed } from './method-names'

export interface EnrolmentSourceOptions {
  /** Told of what does not fit: where it differs, never what it holds. The stream goes on. */
  readonly onWrong?: (issues: readonly Issue[]) => void
}

export const CREATE = 'unlock_method_create'

/**
 * The steps of enrolments out of what a lock reports under `unlock_method_create`, through any host. Each names kind and
 * user: the reports of all enrolments of the lock come here. Kinds that have no name are left out.
 */
export const enrolmentEventsOfDataPoints = (
  { reports$ }: Pick<DataPoints, 'reports$'>,
  { onWrong }: EnrolmentSourceOptions = {},
): EnrolmentEvents =>
  new Observable((subscriber) =>
    reports$.subscribe({
      next: (report) => {
        if (report[CREATE] === undefined) return
        const read = unlockMethodCreateReport.decode(report[CREATE])
        if (read._tag === 'Left') onWrong?.(issuesOf(read.left))
        else {
          const event = eventOf(read.right)
          if (event !== undefined) subscriber.next(event)
        }
      },
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.complete(),
    }),
  )

const eventOf = (report: EnrolmentReport): EnrolmentEvent | undefined => {
  const type = typeNamed('raw', report.type)
  if (type === undefined) return undefined
  const { hardId, memberId: lockUserId, steps } = report
  const whose = { type, lockUserId, ...(typeof hardId === 'number' && { unlockSn: hardId }) }
  if (report.stage === 'failed') {
    // A newer lock may have more reasons than the documents.
    const reason = typeof report.failure === 'number' ? 'failed' : report.failure
    return { ...whose, step: 'failed', reason }
  }
  if (report.stage === 'start') return { ...whose, step: 'started', total: steps }
  if (report.stage === 'running')
    return {
      ...whose,
      step: 'enrolling',
      done: steps,
      ...(report.detail === INCOMPLETE && { mustRepeat: true as const }),
    }
  if (report.stage === 'complete') return { ...whose, step: 'done' }
  return report.stage === 'cancel' ? { ...whose, step: 'cancelled' } : undefined
}

const INCOMPLETE = 1
