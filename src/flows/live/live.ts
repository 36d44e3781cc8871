import { Observable, Subscription, type Unsubscribable } from 'rxjs'
import { CancelledError } from '../../core/errors/cancelled-error'
import type { CallOptions } from '../../core/pipeline/call'
import { createSubject } from '../../core/rx/subject'
import { records } from '../records/records'
import { createCancellation } from '../shared/cancellation'
import { isComplete } from '../shared/channel'
import { DEVICES, STATUS } from '../shared/device-status'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { liveChannels } from './channels'
import type { DoorEvent } from './door-event'
import type { DoorSource, DoorState } from './door-state'
import { doorEvents } from './follow-events'
import { followReports } from './follow-reports'
import { mergeValues, type Observed } from './merge-values'
import { type Source, sourcesOf } from './sources'

/** The present state of one lock. */
export interface Live {
  /**
   * The state of the lock: the last one at once if there is one, and a new object for each change. On the first
   * subscription it reads the host, the status in the cloud and the last record, once; then it follows the reports of the
   * lock. Without data points, pass `pollMs`, or subscribe again. Never fails for a failed read: `unread` names the source.
   * Completes when the panel is closed. Fails with an UnsupportedError if nothing can be read.
   *
   * @example
   * ```ts
   * const subscription = frontDoor.state$.subscribe(({ bolt, battery }) => [bolt?.value, battery?.value])
   * subscription.unsubscribe()
   * ```
   */
  readonly state$: Observable<DoorState>
  /**
   * The same state, once. While `state$` has subscribers, reads only what could not be read; else reads everything. Fails
   * with the SdkError of a source if no source could be read.
   *
   * @example
   * ```ts
   * const { bolt, battery } = await frontDoor.current()
   * const isLocked = bolt?.value === 'locked'
   * ```
   */
  readonly current: () => Promise<DoorState>
  /**
   * What happens at the lock: openings, closings, alarms, the doorbell, and changes of the bolt and the door, from the reports
   * of the lock (option `dataPoints`) and from the messages of a message queue (option `pushes$`). An event that arrives in
   * both ways is emitted once. Each subscription has its own listeners; it completes when the panel is closed. Fails with an
   * UnsupportedError without both options, and with an SdkError if a source fails.
   *
   * @example
   * ```ts
   * const door = lock(panel, frontDoor.deviceId, { type: 'wifi', clock, dataPoints: simulator.asDataPoints() })
   * const subscription = door.events$.subscribe(({ kind, atMs, isLate }) => [kind, atMs, isLate])
   * subscription.unsubscribe()
   * ```
   */
  readonly events$: Observable<DoorEvent>
}

const origin = { action: 'live' }

/**
 * The live state of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const { bolt } = await live(panel, seed.locks.frontDoor.id, options).current()
 * ```
 */
export const live = (panel: PanelOfLock, deviceId: string, options: LockOptions): Live => {
  const context = lockContext(panel, deviceId, options)
  const { clock, panelEvents$ } = context
  const { pollMs } = context.options
  const changes = createSubject<DoorState>()
  const sources = sourcesOf(context, () => records(panel, deviceId, options).records())
  let state: DoorState = { unread: [] }
  /** Something is known, or could not be read. */
  let hasState = false
  let running: { readonly reading: () => Promise<unknown> } | undefined

  const update = (next: DoorState) => {
    if (next === state) return
    state = next
    hasState = true
    changes.next(state)
  }
  const observe = (observed: Observed) => update(mergeValues(state, observed, clock.now()))
  const setUnread = (name: DoorSource, isUnread: boolean) => {
    if (state.unread.includes(name) === isUnread) return
    const others = state.unread.filter((other) => other !== name)
    update({ ...state, unread: isUnread ? [...others, name] : others })
  }
  /** Resolves with the failure of the source. */
  const readSource = async (
    { name, read }: Source,
    limits: CallOptions,
  ): Promise<{ readonly error: unknown } | undefined> => {
    try {
      const observed = await read(limits)
      if (limits.signal?.aborted === true) return { error: new CancelledError(origin, 'not-sent') }
      observed.forEach(observe)
      setUnread(name, false)
      return undefined
    } catch (error) {
      if (limits.signal?.aborted !== true) setUnread(name, true)
      return { error }
    }
  }
  /** Fails if every source fails. */
  const read = async (chosen: readonly Source[], limits: CallOptions): Promise<void> => {
    const failures = await Promise.all(chosen.map((source) => readSource(source, limits)))
    if (limits.signal?.aborted === true) return
    const [first] = failures
    if (first !== undefined && failures.every((failure) => failure !== undefined)) throw first.error
  }
  const requireChannel = () => {
    if (!liveChannels.liveState.some((channel) => isComplete(context, channel)))
      context.selectOperation(origin.action, [
        [DEVICES, true],
        [STATUS, true],
      ])
  }

  const run = (stop: Subscription) => {
    const { signal, cancel } = createCancellation()
    stop.add(cancel)
    let reading: Promise<unknown> = Promise.resolve()
    let timer: Unsubscribable | undefined
    stop.add(() => timer?.unsubscribe())
    const readAll = async (limits: CallOptions) => {
      await read(sources, { signal, ...limits }).catch(() => {})
      if (signal.aborted) return
      if (!hasState) update({ ...state })
      if (pollMs !== undefined && pollMs < Number.POSITIVE_INFINITY)
        timer = clock.schedule(() => {
          reading = readAll({ priority: 'background' })
        }, pollMs)
    }
    stop.add(
      followReports(context, {
        observe,
        failed: () => setUnread('data-points', true),
        readRecords: async () => {
          const source = sources.find(({ name }) => name === 'records')
          if (source !== undefined) await readSource(source, { signal, priority: 'background' })
        },
      }),
    )
    running = { reading: () => reading }
    reading = readAll({})
  }

  let subscribers = 0
  let stop: Subscription | undefined
  return {
    events$: doorEvents(context),
    state$: new Observable((subscriber) => {
      try {
        requireChannel()
      } catch (error) {
        subscriber.error(error)
        return undefined
      }
      if (hasState) subscriber.next(state)
      subscriber.add(changes.values$.subscribe(subscriber))
      // Completes immediately if the panel is closed.
      subscriber.add(panelEvents$.subscribe({ complete: changes.complete }))
      if (subscriber.closed) return undefined
      if (++subscribers === 1) {
        stop = new Subscription()
        run(stop)
      }
      return () => {
        if (--subscribers > 0) return
        running = undefined
        stop?.unsubscribe()
      }
    }),
    current: async () => {
      requireChannel()
      const before = running
      await before?.reading()
      const isLive = before !== undefined && running === before
      const chosen = isLive ? sources.filter(({ name }) => state.unread.includes(name)) : sources
      if (!isLive || chosen.length > 0) await read(chosen, {})
      return state
    },
  }
}
