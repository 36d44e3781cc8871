import type { SchedulerAction, SchedulerLike } from 'rxjs'
import { type RunUntilOptions, runUntil } from './run-until'
import { ClockAction, type ScheduledWork, WorkQueue } from './scheduled-work'

/**
 * The time of a simulated cloud and of its panels. Pass it to the panel, to `lock` and to the transports as `clock`, so that
 * a demo or a test does not wait in real time.
 */
export interface MovableClock extends SchedulerLike {
  /** Milliseconds since 1970. */
  now(): number
  /** Advances by whole milliseconds. Work that becomes due runs at once, in order, each at its own time. */
  advance(ms: number): void
  /**
   * Advances until a promise has settled, and returns its outcome. A flow waits several times, and schedules each wait only
   * after the previous one, so one `advance` does not end it.
   *
   * Work outside the clock gets little real time, so a server of `serve()` may answer too late. Throws if the promise is
   * pending after `withinMs`, or if it is pending for about two seconds while no work is scheduled.
   *
   * @example
   * ```ts
   * const { reportedBy } = await clock.runUntil(frontDoor.unlock().done)
   * ```
   */
  runUntil<T>(promise: PromiseLike<T>, options?: RunUntilOptions): Promise<T>
}

/**
 * The options of `createClock`.
 *
 * @example
 * ```ts
 * const options: ClockOptions = { startMs: Date.UTC(2026, 5, 1, 12), frozen: true }
 * const noon = createClock(options).now()
 * ```
 */
export interface ClockOptions {
  /** The initial time; the real time if absent. */
  readonly startMs?: number
  /** Time moves only by `advance`. */
  readonly frozen?: boolean
}

/** The longest delay of a host timer; a longer wait uses several timers. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Creates a clock that runs with the real time or is frozen, and can be advanced.
 *
 * @example
 * ```ts
 * const frozenClock = createClock({ frozen: true })
 * const before = frozenClock.now()
 * frozenClock.advance(5_000)
 * const passedMs = frozenClock.now() - before // 5000
 * ```
 */
export const createClock = ({ startMs, frozen = false }: ClockOptions = {}): MovableClock => {
  const origin = Date.now()
  const start = startMs ?? origin
  let jumpedMs = 0
  const now = () => start + jumpedMs + (frozen ? 0 : Date.now() - origin)
  const jumpTo = (timeMs: number) => {
    jumpedMs += Math.max(0, timeMs - now())
  }

  const due = new WorkQueue()
  let timer: ReturnType<typeof setTimeout> | undefined
  let advancing = false

  /** A frozen clock runs only what is already due. */
  const setTimer = () => {
    clearTimeout(timer)
    timer = undefined
    if (advancing || due.first === undefined) return
    const waitMs = due.first.dueAtMs - now()
    if (frozen && waitMs > 0) return
    timer = setTimeout(() => advanceTo(now()), Math.min(Math.max(0, waitMs), LONGEST_TIMER_MS))
  }

  const advanceTo = (untilMs: number) => {
    advancing = true
    try {
      for (let next = due.first; next !== undefined; next = due.first) {
        if (next.dueAtMs > untilMs) break
        jumpTo(next.dueAtMs)
        due.remove(next)
        next.run()
      }
      jumpTo(untilMs)
    } finally {
      advancing = false
      setTimer()
    }
  }

  const queue = {
    now,
    add: (entry: ScheduledWork) => {
      due.add(entry)
      setTimer()
    },
    remove: (entry: ScheduledWork) => {
      due.remove(entry)
      setTimer()
    },
  }

  return {
    now,
    advance: (ms) => {
      if (!Number.isInteger(ms) || ms < 0)
        throw new RangeError('advance failed: pass a whole number of milliseconds, 0 or more')
      advanceTo(now() + ms)
    },
    runUntil: (promise, options) =>
      runUntil({ now, next: () => due.first, advanceTo }, promise, options),
    schedule: <T>(
      work: (this: SchedulerAction<T>, state?: T) => void,
      delayMs?: number,
      state?: T,
    ) => new ClockAction(queue, work).schedule(state, delayMs),
  }
}
