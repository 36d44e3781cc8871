import type { SchedulerLike } from 'rxjs'

/** The time of a simulated cloud and of its panels. */
export interface MovableClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Advances by whole milliseconds. Work that becomes due runs at once, in order, each at its own time. */
  advance(ms: number): void
  /** Follows this clock; pass it to the panel, so that a demo or a test does not wait in real time. */
  readonly scheduler: SchedulerLike
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
