import { type Issue, issuesOf } from '../../core/errors/issue'
import { flatMap } from '../../core/rx/flat-map'
import type { DataPoints } from '../../data-points/data-points'
import {
  type EnrolmentReport,
  unlockMethodCreateReport,
} from '../../data-points/raw/unlock-method-create'
import { kindNamed } from '../shared/method-kinds'
import type { EnrolmentEvent, EnrolmentEvents } from './enrolment-event'

/**
 * Options of `enrolmentEventsOfDataPoints`.
 *
 * @example
 * ```ts
 * const options: EnrolmentSourceOptions = { onInvalid: (issues) => issues.length }
 * ```
 */
export interface EnrolmentSourceOptions {
  /** Called for an invalid report with the paths of its issues, without values. The stream continues. */
  readonly onInvalid?: (issues: readonly Issue[]) => void
}

export const CREATE = 'unlock_method_create'

/**
 * The enrolment events of the data point `unlock_method_create`, of all enrolments at the lock. Each event has a kind and a
 * user. Kinds without a name are skipped.
 *
 * @example
 * ```ts
 * const events$ = enrolmentEventsOfDataPoints(simulator.asDataPoints())
 * events$.subscribe(({ step }) => step).unsubscribe()
 * ```
 */
export const enrolmentEventsOfDataPoints = (
  { reports$ }: Pick<DataPoints, 'reports$'>,
  { onInvalid }: EnrolmentSourceOptions = {},
): EnrolmentEvents =>
  flatMap(reports$, () => (report) => {
    if (report[CREATE] === undefined) return []
    const read = unlockMethodCreateReport.decode(report[CREATE])
    if (read._tag === 'Left') {
      onInvalid?.(issuesOf(read.left))
      return []
    }
    const event = eventOf(read.right)
    return event === undefined ? [] : [event]
  })

const eventOf = (report: EnrolmentReport): EnrolmentEvent | undefined => {
  const type = kindNamed('raw', report.type)
  if (type === undefined) return undefined
  const { hardId, memberId: lockUserId, steps } = report
  const owner = { type, lockUserId, ...(typeof hardId === 'number' && { unlockSn: hardId }) }
  if (report.stage === 'failed') {
    // A newer lock may report reasons that are not documented.
    const reason = typeof report.failure === 'number' ? 'failed' : report.failure
    return { ...owner, step: 'failed', reason }
  }
  if (report.stage === 'start') return { ...owner, step: 'started', total: steps }
  if (report.stage === 'running')
    return {
      ...owner,
      step: 'enrolling',
      done: steps,
      ...(report.detail === INCOMPLETE && { mustRepeat: true as const }),
    }
  if (report.stage === 'complete') return { ...owner, step: 'done' }
  return report.stage === 'cancel' ? { ...owner, step: 'cancelled' } : undefined
}

const INCOMPLETE = 1
