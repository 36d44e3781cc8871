import { Subscription, type Unsubscribable } from 'rxjs'

/** The clock of a panel: every scheduler of rxjs fits, and so does a virtual one in a test. */
export interface Scheduler {
  /** In milliseconds. */
  now(): number
  schedule(work: () => void, delayMs: number): Unsubscribable
}

declare const setTimeout: (work: () => void, delayMs: number) => unknown
declare const clearTimeout: (timer: unknown) => void

/** Hosts count the wait in 31 bits; what is longer would end at once. */
const LONGEST_MS = 2 ** 31 - 1

/** The real time, by the two timers that every host of a panel has. */
export const realTime: Scheduler = {
  now: () => Date.now(),
  schedule: (work, delayMs) => {
    const timer = setTimeout(work, Math.min(delayMs, LONGEST_MS))
    return new Subscription(() => clearTimeout(timer))
  },
}
