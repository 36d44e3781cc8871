import type { SchedulerAction } from 'rxjs'
import type { MovableClock } from '../../../simulator'
import { ClockAction, type ScheduledWork, WorkQueue } from '../../../simulator/clock/scheduled-work'
import type { Clock } from '../../../src/core/clock'

export interface StoryClock extends MovableClock {
  /** Advances from one timer to the next; `settle` runs after each moment with a timer. */
  readonly pass: (ms: number, settle: () => Promise<void>) => Promise<void>
}

/** A clock for a simulator and its panels that jumps from timer to timer, so that quiet minutes cost nothing. */
export const createStoryClock = (startMs: number): StoryClock => {
  let nowMs = startMs
  const due = new WorkQueue()
  const queue = {
    now: () => nowMs,
    add: (entry: ScheduledWork) => due.add(entry),
    remove: (entry: ScheduledWork) => due.remove(entry),
  }
  const unused = (): never => {
    throw new Error('a story advances its clock with `pass`')
  }
  return {
    now: queue.now,
    schedule: <T>(
      work: (this: SchedulerAction<T>, state?: T) => void,
      delayMs?: number,
      state?: T,
    ) => new ClockAction(queue, work).schedule(state, delayMs),
    advance: unused,
    runUntil: unused,
    pass: async (ms, settle) => {
      const untilMs = nowMs + ms
      await settle()
      for (let next = due.first; next !== undefined; next = due.first) {
        if (next.dueAtMs > untilMs) break
        nowMs = Math.max(nowMs, next.dueAtMs)
        due.remove(next)
        next.run()
        await settle()
      }
      nowMs = untilMs
    },
  }
}

/** The clock of a phone, which may be wrong, but runs as fast as the cloud's. */
export const phoneClock = (clock: MovableClock, offsetMs: () => number): Clock => ({
  now: () => clock.now() + offsetMs(),
  schedule: (work, delayMs) => clock.schedule(work, delayMs),
})
