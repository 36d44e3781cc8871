import { Subscription } from 'rxjs'
import type { Scheduler } from '../../core/clock'
import type { Mail } from './course'

/** One wait at a time. Its end is mail, so that mail of others does not make it longer. */
export interface Patience {
  /** Ends the wait before. */
  readonly wait: (delayMs: number) => void
  /** How long the wait is that runs. */
  readonly delayMs: () => number
  /** It is the wait that runs that is over, and none before it. */
  readonly isOver: (mail: Mail) => boolean
  readonly end: () => void
}

export const createPatience = (clock: Scheduler, put: (mail: Mail) => void): Patience => {
  let timer: ReturnType<Scheduler['schedule']> = Subscription.EMPTY
  let current = 0
  let currentMs = 0
  return {
    wait: (delayMs) => {
      timer.unsubscribe()
      const wait = ++current
      currentMs = delayMs
      timer = clock.schedule(() => put({ step: 'overdue', wait }), delayMs)
    },
    delayMs: () => currentMs,
    isOver: (mail) => mail.step === 'overdue' && mail.wait === current,
    end: () => timer.unsubscribe(),
  }
}
