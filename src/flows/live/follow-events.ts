import { Observable, type Subscriber } from 'rxjs'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { statusRows } from '../../push-messages/status-rows'
import { linkFailure } from '../shared/link-failure'
import type { LockContext } from '../shared/lock-context'
import type { DoorEvent } from './door-event'
import { type EventFacts, eventIn } from './event-in'
import { panelTime } from './sources'

const LATE_MS = 10_000
/** One report may arrive from both sources, at most this far apart. */
const SAME_MS = 10_000
const MAX_KEPT = 64

const origin = { action: 'live.events$' }

interface Kept {
  readonly key: string
  readonly source: DoorEvent['source']
  readonly atMs: number
  /** It also arrived from the other source. */
  isPaired: boolean
}

/** Cold: each subscription listens by itself. */
export const doorEvents = (context: LockContext): Observable<DoorEvent> =>
  new Observable((subscriber) => {
    const { clock, deviceId, options, panelEvents$ } = context
    const { dataPoints, pushes$ } = options
    if (dataPoints === undefined && pushes$ === undefined) {
      subscriber.error(
        new UnsupportedError(origin, 'the option dataPoints or the option pushes$ is required.'),
      )
      return
    }
    const emit = createEmitter(subscriber)
    const error = (failure: unknown) => subscriber.error(linkFailure(failure, origin))
    // Completes immediately if the panel is closed.
    subscriber.add(panelEvents$.subscribe({ complete: () => subscriber.complete() }))
    if (subscriber.closed) return

    // A host may repeat its last report, of any age, to each subscriber.
    let isRepeated = true
    subscriber.add(
      dataPoints?.reports$.subscribe({
        next: (report) => {
          for (const [code, value] of Object.entries(report))
            emit(eventIn(code, value), 'data-points', clock.now(), false, isRepeated)
        },
        error,
      }),
    )
    isRepeated = false
    subscriber.add(
      pushes$?.subscribe({
        next: (push) => {
          const nowMs = clock.now()
          for (const { code, value, atMs } of statusRows(push, deviceId)) {
            const happenedAtMs = atMs === undefined ? nowMs : panelTime(context, atMs)
            const isLate = nowMs - happenedAtMs > LATE_MS
            emit(eventIn(code, value), 'push', happenedAtMs, isLate, false)
          }
        },
        error,
      }),
    )
  })

/** Emits each event once, and the positions of the bolt and the door only if they change. */
const createEmitter = (subscriber: Subscriber<DoorEvent>) => {
  const kept: Kept[] = []
  const positions = new Map<string, unknown>()
  return (
    facts: EventFacts | undefined,
    source: DoorEvent['source'],
    atMs: number,
    isLate: boolean,
    isRepeated: boolean,
  ): void => {
    if (facts === undefined) return
    if ('value' in facts && !isLate) {
      const isSame = positions.get(facts.kind) === facts.value
      positions.set(facts.kind, facts.value)
      if (isSame) return
    }
    if (isRepeated) return
    const key = JSON.stringify(facts)
    const equal = kept.filter((other) => other.key === key)
    // A queue may deliver a message any number of times.
    if (source === 'push' && equal.some((other) => other.source === source && other.atMs === atMs))
      return
    const pair = equal.find(
      (other) =>
        other.source !== source && !other.isPaired && Math.abs(other.atMs - atMs) <= SAME_MS,
    )
    if (pair !== undefined) pair.isPaired = true
    kept.push({ key, source, atMs, isPaired: pair !== undefined })
    if (kept.length > MAX_KEPT) kept.shift()
    if (pair === undefined) subscriber.next({ ...facts, atMs, source, isLate })
  }
}
