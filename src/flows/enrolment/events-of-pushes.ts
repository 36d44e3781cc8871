import type { Observable } from 'rxjs'
import { type Issue, issuesOf } from '../../core/errors/issue'
import { flatMap } from '../../core/rx/flat-map'
import {
  decodeUnlockMethodEvent,
  type UnlockMethodEvent,
} from '../../push-messages/unlock-method-event'
import type { EnrolmentEvent, EnrolmentEvents } from './enrolment-event'

/**
 * Options of `unlockMethodEvents$`.
 *
 * @example
 * ```ts
 * const options: UnlockMethodEventsOptions = { onInvalid: (issues) => issues.length }
 * ```
 */
export interface UnlockMethodEventsOptions {
  /** Called for an invalid message with the paths of its issues, without values. The stream continues. */
  readonly onInvalid?: (issues: readonly Issue[]) => void
}

/** The number of messages kept for deduplication, over all locks; an enrolment has about ten. */
const MAX_KEPT = 256

/**
 * The enrolment messages of a message queue, parsed or as JSON text; other messages are skipped. A queue delivers at least
 * once, so messages with equal lock, time and content are emitted once. A message without a time is always emitted.
 *
 * @example
 * ```ts
 * const messages$ = unlockMethodEvents$(simulator.pushes$)
 * messages$.subscribe(({ devId }) => devId).unsubscribe()
 * ```
 */
export const unlockMethodEvents$ = (
  pushes$: Observable<unknown>,
  { onInvalid }: UnlockMethodEventsOptions = {},
): Observable<UnlockMethodEvent> =>
  flatMap(pushes$, () => {
    const isNew = createDeduplicator()
    return (push) => {
      const decoded = decodeUnlockMethodEvent(push)
      if (decoded?._tag === 'Left') onInvalid?.(issuesOf(decoded.left))
      return decoded?._tag === 'Right' && isNew(decoded.right) ? [decoded.right] : []
    }
  })

/** Returns whether a message is new. */
const createDeduplicator = (): ((message: UnlockMethodEvent) => boolean) => {
  const keys = new Set<string>()
  return (message) => {
    if (message.ts === undefined) return true
    const key = keyOf(message)
    if (keys.has(key)) return false
    keys.add(key)
    // A set keeps the order of insertion.
    const [oldest = key] = keys
    if (keys.size > MAX_KEPT) keys.delete(oldest)
    return true
  }
}

const keyOf = ({ devId, ts, bizData }: UnlockMethodEvent): string => {
  const { event, operate, raised, finish, totalPeriod, period } = bizData
  return JSON.stringify([devId, ts, event, operate, raised, finish, totalPeriod, period])
}

/**
 * Options of `enrolmentEventsOfPushes`.
 *
 * @example
 * ```ts
 * const options: EnrolmentPushOptions = { deviceId: frontDoor.deviceId }
 * ```
 */
export interface EnrolmentPushOptions extends UnlockMethodEventsOptions {
  /** The lock; a message queue has the messages of all locks. */
  readonly deviceId: string
  /**
   * Skips a message by its time on the clock of the cloud, in milliseconds, and by whether it starts an enrolment; not
   * called for a message without a time.
   */
  readonly isOld?: (ts: number, isStart: boolean) => boolean
}

const CANCEL = 2

/**
 * The enrolment events of one lock from a message queue, each once. They have neither kind nor user, and the end does not
 * say whether the lock stored the method.
 *
 * @example
 * ```ts
 * const events$ = enrolmentEventsOfPushes(simulator.pushes$, { deviceId: frontDoor.deviceId })
 * events$.subscribe(({ step }) => step).unsubscribe()
 * ```
 */
export const enrolmentEventsOfPushes = (
  pushes$: Observable<unknown>,
  options: EnrolmentPushOptions,
): EnrolmentEvents =>
  flatMap(unlockMethodEvents$(pushes$, options), () => {
    const read = createReader()
    return ({ devId, ts, bizData }) => {
      if (devId !== options.deviceId) return []
      if (ts !== undefined && options.isOld?.(ts, bizData.raised === true) === true) return []
      return read(bizData)
    }
  })

/** The first message has the total of steps, the others only the remaining ones, so the reader keeps the total. */
const createReader = () => {
  let total: number | undefined
  return ({
    event,
    operate,
    raised,
    finish,
    totalPeriod,
    period,
  }: UnlockMethodEvent['bizData']): readonly EnrolmentEvent[] => {
    const events: EnrolmentEvent[] = []
    if (event === 'unlockMethodDelete') return events
    if (raised === true) total = undefined
    total = totalPeriod ?? total
    if (raised === true || totalPeriod !== undefined)
      events.push({ step: 'started', ...(total !== undefined && { total }) })
    if (period !== undefined) {
      // The message with the total was lost; the first message with remaining steps follows the first step.
      total ??= period + 1
      events.push({ step: 'enrolling', done: Math.max(0, total - period), total })
    }
    if (operate === CANCEL) events.push({ step: 'cancelled' })
    else if (finish === true) events.push({ step: 'ended' })
    return events
  }
}
