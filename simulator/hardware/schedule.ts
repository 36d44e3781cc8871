import type { Cloud } from '../cloud'

/** Schedules work of a lock with the clock. */
export const schedule = ({ scheduler }: Cloud, delayMs: number, work: () => void): void => {
  scheduler.schedule(work, delayMs)
}
