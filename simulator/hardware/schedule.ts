import type { Cloud } from '../cloud'

/** Lets a lock do something later, by the clock. */
export const schedule = ({ scheduler }: Cloud, delayMs: number, work: () => void): void => {
  scheduler.schedule(work, delayMs)
}
