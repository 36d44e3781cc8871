import { Observable, Subscription, type Unsubscribable } from 'rxjs'
import { flatMap } from '../../core/contract/flat-map'
import type { SdkError } from '../../core/errors/sdk-error'
import { createSubject } from '../../core/rx/subject'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { type Cancellation, createCancellation } from '../shared/cancellation'
import type { LockContext } from '../shared/lock-context'
import type { Cluster } from './cluster'
import type { LockRecord, RecordSource } from './lock-record'
import { createMemory, type Look, look, type Watch, watchOf } from './look'
import type { Reader } from './reader'
import { isStandardCode } from './sighting'
import type { Source } from './source'

/** The pace while something happens; never faster. */
const FASTEST_MS = 5_000
/** The pace while nothing happens, and while polls fail. */
const SLOWEST_MS = 60_000
/** The bolt moved: most likely somebody opened. */
const BOLT = 'lock_motor_state'

export interface LiveOptions {
  readonly lock: LockContext
  /** Completes when the panel is closed. */
  readonly events$: Observable<unknown>
  readonly sources: readonly Source[]
  /** What the iterator of the same stream read: a live view goes on from there. */
  readonly readers: readonly Reader[]
  readonly open: (source: Source, signal: AbortSignalLike) => Reader
  /** Undefined for what nobody asked for. */
  readonly recordOf: (cluster: Cluster) => LockRecord | undefined
}

export interface Live {
  readonly live$: Observable<LockRecord>
  readonly failures$: Observable<SdkError>
  /** Completes both, and stops what runs. */
  readonly end: () => void
}

/** Polls while somebody listens: one poll for all listeners, one after the other, slower while nothing changes. */
export const createLive = ({
  lock,
  events$,
  sources,
  readers,
  open,
  recordOf,
}: LiveOptions): Live => {
  const { clock, options } = lock
  const records = createSubject<LockRecord>()
  const failures = createSubject<SdkError>()
  const watches = new Map<RecordSource, Watch>()
  const failed = new Set<RecordSource>()
  const remember = createMemory()
  const undelivered: LockRecord[] = []
  let startedAtMs: number | undefined
  let notBeforeMs = Number.NEGATIVE_INFINITY

  const takeUpReading = () => {
    for (const { source, firstPage } of readers) {
      const page = firstPage()
      if (page === undefined || watches.has(source)) continue
      watches.set(source, watchOf(page))
      remember([], page.rows)
    }
  }

  const lookAt = async (source: Source, signal: AbortSignalLike): Promise<Look | undefined> => {
    const { name } = source
    try {
      // What happened since a first look that came to nothing is new all the same.
      const sinceMs = (failed.has(name) ? startedAtMs : undefined) ?? Number.POSITIVE_INFINITY
      return await look(open(source, signal), watches.get(name), sinceMs)
    } catch (error) {
      failed.add(name)
      if (signal.aborted) return undefined
      failures.next(error as SdkError)
      return undefined
    }
  }

  /** Whether something new was told. */
  const poll = async (signal: AbortSignalLike): Promise<boolean> => {
    takeUpReading()
    startedAtMs = startedAtMs ?? clock.now()
    const looks = await Promise.all(sources.map((source) => lookAt(source, signal)))
    // What was read by half is read again by the next one who listens.
    if (signal.aborted) return false
    sources.forEach(({ name }, index) => {
      const seen = looks[index]
      if (seen !== undefined) watches.set(name, seen.watch)
    })
    const opened = remember(
      flatMap(looks, (seen) => seen?.fresh ?? []),
      flatMap(looks, (seen) => seen?.old ?? []),
    )
    for (const cluster of opened) {
      const record = recordOf(cluster)
      if (record !== undefined) undelivered.push(record)
    }
    // Whoever takes one and leaves gets the others when coming back.
    while (records.isObserved()) {
      const record = undelivered.shift()
      if (record === undefined) break
      records.next(record)
    }
    return opened.length > 0
  }

  /** A clock that was set back makes nobody wait. */
  const dueInMs = () => Math.min(Math.max(notBeforeMs - clock.now(), 0), FASTEST_MS)

  const run = ({ signal, cancel }: Cancellation): Subscription => {
    let waitMs = FASTEST_MS / 2
    let timer: Unsubscribable | undefined
    const wait = (delayMs: number) => {
      timer = clock.schedule(() => void tick(), delayMs)
    }
    const tick = async () => {
      timer = undefined
      notBeforeMs = clock.now() + FASTEST_MS
      const isChanged = await poll(signal)
      if (signal.aborted) return
      waitMs = isChanged ? FASTEST_MS : Math.min(waitMs * 2, SLOWEST_MS)
      notBeforeMs = clock.now() + FASTEST_MS
      wait(waitMs)
    }
    const hasten = () => {
      waitMs = FASTEST_MS / 2
      if (timer === undefined) return
      timer.unsubscribe()
      wait(dueInMs())
    }
    const stop = new Subscription(() => {
      cancel()
      timer?.unsubscribe()
    })
    stop.add(
      options.dataPoints?.reports$.subscribe({
        next: (report) => {
          if (Object.keys(report).some((code) => code === BOLT || isStandardCode(code))) hasten()
        },
        error: (error: SdkError) => failures.next(error),
      }),
    )
    if (dueInMs() === 0) void tick()
    else wait(dueInMs())
    return stop
  }

  let listeners = 0
  let running: Subscription | undefined
  const end = () => {
    records.complete()
    failures.complete()
  }
  return {
    end,
    live$: new Observable((subscriber) => {
      subscriber.add(records.values$.subscribe(subscriber))
      // A panel that is closed says so at once.
      subscriber.add(events$.subscribe({ complete: end }))
      if (subscriber.closed) return undefined
      if (++listeners === 1) running = run(createCancellation())
      return () => {
        if (--listeners === 0) running?.unsubscribe()
      }
    }),
    failures$: failures.values$,
  }
}
