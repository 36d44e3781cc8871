import { Observable, Subscription, type Unsubscribable } from 'rxjs'
import { flatMap } from '../../core/contract/flat-map'
import type { SdkError } from '../../core/errors/sdk-error'
import { createSubject } from '../../core/rx/subject'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { MOTOR } from '../remote-unlock/channels'
import { type Cancellation, createCancellation } from '../shared/cancellation'
import { startTiming } from '../shared/cloud-now'
import type { LockContext } from '../shared/lock-context'
import type { LockRecord, RecordSource } from './lock-record'
import type { MergedRecord } from './merged-record'
import { createMemory, type PollResult, poll, type Watermark, watermarkOf } from './poll'
import type { Reader } from './reader'
import type { Selection } from './selection'
import type { Source } from './source'
import { isStandardCode, type SourceRecord } from './source-record'

/** The shortest polling interval. */
const MIN_INTERVAL_MS = 5_000
/** The polling interval while nothing changes, and while polls fail. */
const MAX_INTERVAL_MS = 60_000

export interface LiveOptions {
  readonly lock: LockContext
  /** Completes when the panel is closed. */
  readonly events$: Observable<unknown>
  readonly sources: readonly Source[]
  /** The readers of the stream; the live view continues from what they read. */
  readonly readers: readonly Reader[]
  readonly open: (source: Source, signal: AbortSignalLike) => Reader
  readonly selection: Selection
  /** Leaves a source out if this error says so. */
  readonly leaveOut: (source: RecordSource, error: unknown) => boolean
  /** Undefined for a record outside the query. */
  readonly recordOf: (merged: MergedRecord) => LockRecord | undefined
}

export interface Live {
  readonly live$: Observable<LockRecord>
  readonly failures$: Observable<SdkError>
  /** Completes both, and stops polling. */
  readonly end: () => void
}

/** Polls while there are subscribers: one poll for all, one after the other, slower while nothing changes. */
export const createLive = ({
  lock,
  events$,
  sources,
  readers,
  open,
  recordOf,
  selection,
  leaveOut,
}: LiveOptions): Live => {
  const { clock, options } = lock
  const records = createSubject<LockRecord>()
  const failures = createSubject<SdkError>()
  const watermarks = new Map<RecordSource, Watermark>()
  const failed = new Set<RecordSource>()
  const remember = createMemory()
  const undelivered: LockRecord[] = []
  let startedAtMs: (() => number) | undefined
  /** When the last poll without a new failure began. */
  let polledAtMs: (() => number) | undefined
  let notBeforeMs = Number.NEGATIVE_INFINITY

  const isRead = ({ source, kind }: SourceRecord) => selection.reads(source, kind)

  const continueFromReaders = () => {
    for (const { source, firstPage } of readers) {
      const page = firstPage()
      if (page === undefined || watermarks.has(source)) continue
      watermarks.set(source, watermarkOf(page))
      remember([], page.rows.filter(isRead))
    }
  }

  const pollSource = async (
    source: Source,
    signal: AbortSignalLike,
  ): Promise<PollResult | undefined> => {
    const { name } = source
    if (!selection.isNeeded(source)) return undefined
    try {
      // After a failed first poll, records since then are new; for a source that replaces another, since the last poll.
      const newSinceMs = failed.has(name) ? startedAtMs : failed.size > 0 ? polledAtMs : undefined
      const sinceMs = newSinceMs?.() ?? Number.POSITIVE_INFINITY
      return await poll(open(source, signal), watermarks.get(name), sinceMs)
    } catch (error) {
      failed.add(name)
      if (signal.aborted) return undefined
      leaveOut(name, error)
      failures.next(error as SdkError)
      return undefined
    }
  }

  /** Resolves with whether there was a new record. */
  const pollAll = async (signal: AbortSignalLike): Promise<boolean> => {
    continueFromReaders()
    const beganAtMs = startTiming(lock)
    startedAtMs = startedAtMs ?? beganAtMs
    polledAtMs = polledAtMs ?? beganAtMs
    const failureCount = failed.size
    const results = await Promise.all(sources.map((source) => pollSource(source, signal)))
    // An aborted poll is repeated for the next subscriber.
    if (signal.aborted) return false
    sources.forEach(({ name }, index) => {
      const result = results[index]
      if (result !== undefined) watermarks.set(name, result.watermark)
    })
    const opened = remember(
      flatMap(results, (result) => result?.fresh.filter(isRead) ?? []),
      flatMap(results, (result) => result?.old.filter(isRead) ?? []),
    )
    if (failed.size === failureCount) polledAtMs = beganAtMs
    for (const merged of opened) {
      const record = recordOf(merged)
      if (record !== undefined) undelivered.push(record)
    }
    // If the subscribers unsubscribe meanwhile, the rest is emitted to the next one.
    while (records.isObserved()) {
      const record = undelivered.shift()
      if (record === undefined) break
      records.next(record)
    }
    return opened.length > 0
  }

  /** Limited, so that setting the clock back does not delay the next poll. */
  const untilNextPollMs = () => Math.min(Math.max(notBeforeMs - clock.now(), 0), MIN_INTERVAL_MS)

  const run = ({ signal, cancel }: Cancellation): Subscription => {
    let waitMs = MIN_INTERVAL_MS / 2
    let timer: Unsubscribable | undefined
    const wait = (delayMs: number) => {
      timer = clock.schedule(() => void tick(), delayMs)
    }
    const tick = async () => {
      timer = undefined
      notBeforeMs = clock.now() + MIN_INTERVAL_MS
      const isChanged = await pollAll(signal)
      if (signal.aborted) return
      waitMs = isChanged ? MIN_INTERVAL_MS : Math.min(waitMs * 2, MAX_INTERVAL_MS)
      notBeforeMs = clock.now() + MIN_INTERVAL_MS
      wait(waitMs)
    }
    const pollSoon = () => {
      waitMs = MIN_INTERVAL_MS / 2
      if (timer === undefined) return
      timer.unsubscribe()
      wait(untilNextPollMs())
    }
    const stop = new Subscription(() => {
      cancel()
      timer?.unsubscribe()
    })
    stop.add(
      options.dataPoints?.reports$.subscribe({
        next: (report) => {
          // A report of the bolt probably means an opening.
          if (Object.keys(report).some((code) => code === MOTOR || isStandardCode(code))) pollSoon()
        },
        error: (error: SdkError) => failures.next(error),
      }),
    )
    if (untilNextPollMs() === 0) void tick()
    else wait(untilNextPollMs())
    return stop
  }

  let subscribers = 0
  let running: Subscription | undefined
  const end = () => {
    records.complete()
    failures.complete()
  }
  return {
    end,
    live$: new Observable((subscriber) => {
      subscriber.add(records.values$.subscribe(subscriber))
      // Completes immediately if the panel is closed.
      subscriber.add(events$.subscribe({ complete: end }))
      if (subscriber.closed) return undefined
      if (++subscribers === 1) running = run(createCancellation())
      return () => {
        if (--subscribers === 0) running?.unsubscribe()
      }
    }),
    failures$: failures.values$,
  }
}
