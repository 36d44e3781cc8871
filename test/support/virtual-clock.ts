import { Subscription } from 'rxjs'
import type { Clock } from '../../src/core/clock'

interface Timer {
  readonly dueAt: number
  readonly work: () => void
}

export interface VirtualClock extends Clock {
  /** The timers that neither ran nor were cancelled. */
  readonly pendingCount: () => number
  /** Advances by whole milliseconds; `settle` runs after each timer, `rest` after all timers of one moment. */
  readonly advance: (ms: number, settle: () => Promise<void>, rest?: () => void) => Promise<void>
}

/** A clock that only `advance` moves. Timers of one moment run in the order in which they were set. */
export const createVirtualClock = (startMs = 0): VirtualClock => {
  let nowMs = startMs
  const timers: Timer[] = []

  const nextDue = (untilMs: number): Timer | undefined => {
    let first: Timer | undefined
    for (const timer of timers)
      if (timer.dueAt <= untilMs && (first === undefined || timer.dueAt < first.dueAt))
        first = timer
    return first
  }
  const remove = (timer: Timer): void => {
    const index = timers.indexOf(timer)
    if (index >= 0) timers.splice(index, 1)
  }

  return {
    now: () => nowMs,
    schedule: (work, delayMs) => {
      const timer = { dueAt: nowMs + Math.ceil(Math.max(0, delayMs)), work }
      timers.push(timer)
      return new Subscription(() => remove(timer))
    },
    pendingCount: () => timers.length,
    advance: async (ms, settle, rest) => {
      const untilMs = nowMs + ms
      for (let timer = nextDue(untilMs); timer !== undefined; timer = nextDue(untilMs)) {
        remove(timer)
        if (timer.dueAt > nowMs) rest?.()
        nowMs = Math.max(nowMs, timer.dueAt)
        timer.work()
        await settle()
      }
      rest?.()
      nowMs = untilMs
    },
  }
}
