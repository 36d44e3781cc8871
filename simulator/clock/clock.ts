import type { SchedulerLike } from 'rxjs'

/** The time of a simulated cloud and of the panels that talk to it. */
export interface MovableClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Jumps ahead by whole milliseconds. Work that falls due on the way runs at once, in order, each at its own time. */
  advance(ms: number): void
  /** Follows this clock; hand it to the panel, so that nobody waits in a demo or a test. */
  readonly scheduler: SchedulerLike
}

export interface ClockOptions {
  /** Where the clock starts; the real time if left out. */
  readonly startMs?: number
  /** Time stands still and moves only by `advance`. */
  readonly frozen?: boolean
}
