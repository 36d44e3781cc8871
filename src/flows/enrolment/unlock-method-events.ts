import { Observable } from 'rxjs'
import {
  decodeUnlockMethodEvent,
  type UnlockMethodEvent,
} from '../../../actions/open-api/events/unlock-method-event'
import { type Issue, issuesOf } from '../../core/errors/issue'

export interface UnlockMethodEventsOptions {
  /** Told of a push that does not fit: where it differs, never what it holds. The stream goes on. */
  readonly onWrong?: (issues: readonly Issue[]) => void
}

/** So many steps are remembered, over all locks; an enrolment has about ten. */
const REMEMBERED = 256

/**
 * The steps of enrolments out of what a message queue delivers, parsed or as JSON text. Pushes of other kinds are left
 * out. A queue delivers at least once: a step that was seen is left out too, and two steps are one where lock, time and
 * content are the same. A push without a time is always let through.
 */
export const unlockMethodEvents$ = (
  pushes$: Observable<unknown>,
  { onWrong }: UnlockMethodEventsOptions = {},
): Observable<UnlockMethodEvent> =>
  new Observable((subscriber) => {
    const isNew = remembering()
    return pushes$.subscribe({
      next: (push) => {
        const decoded = decodeUnlockMethodEvent(push)
        if (decoded?._tag === 'Left') onWrong?.(issuesOf(decoded.left))
        else if (decoded !== undefined && isNew(decoded.right)) subscriber.next(decoded.right)
      },
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.complete(),
    })
  })

/** Whether a step comes for the first time. */
const remembering = (): ((step: UnlockMethodEvent) => boolean) => {
  const seen = new Set<string>()
  return (step) => {
    if (step.ts === undefined) return true
    const key = keyOf(step)
    if (seen.has(key)) return false
    seen.add(key)
    // A set keeps the order in which it was filled.
    const [oldest = key] = seen
    if (seen.size > REMEMBERED) seen.delete(oldest)
    return true
  }
}

const keyOf = ({ devId, ts, bizData }: UnlockMethodEvent): string => {
  const { event, operate, raised, finish, totalPeriod, period } = bizData
  return JSON.stringify([devId, ts, event, operate, raised, finish, totalPeriod, period])
}
