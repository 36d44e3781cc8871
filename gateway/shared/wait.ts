import type { Clock } from '../../src/core/clock'

/** How often a gateway looks whether another one has written an outcome. */
const POLL_MS = 50

export const delay = (clock: Clock, ms = POLL_MS): Promise<void> =>
  new Promise((resolve) => {
    clock.schedule(() => resolve(), ms)
  })
