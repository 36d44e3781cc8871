import { Subscription, type Unsubscribable } from 'rxjs'

/** The clock of a panel. Every rxjs scheduler fits, and so does the simulator's clock. */
export interface Clock {
  /** In milliseconds. */
  now(): number
  /** Runs the work once after the delay; unsubscribing cancels it. */
  schedule(work: () => void, delayMs: number): Unsubscribable
}

declare const setTimeout: (work: () => void, delayMs: number) => unknown
declare const clearTimeout: (timer: unknown) => void

/** Hosts store the delay in 31 bits; a longer one would fire immediately. */
const LONGEST_MS = 2 ** 31 - 1

/** Real time, through the two timers that every host has. */
export const realTime: Clock = {
  now: () => Date.now(),
  schedule: (work, delayMs) => {
    const timer = setTimeout(work, Math.min(delayMs, LONGEST_MS))
    return new Subscription(() => clearTimeout(timer))
  },
}
