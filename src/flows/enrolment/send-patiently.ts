import type { Scheduler } from '../../core/clock'
import { CancelledError } from '../../core/errors/cancelled-error'
import { isSdkError } from '../../core/errors/sdk-error'
import { isCertainlyNotExecuted } from '../../core/pipeline/may-retry'
import { delay } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { throwIfCancelled } from '../shared/attempt'
import { origin } from './enrolment-error'

const MOST_TRIES = 3
/** Where the cloud names no time to wait. */
const PAUSE_MS = 1_000
/** As long as a call may take. */
const LONGEST_WAIT_MS = 30_000

/**
 * Sends an order again that was not carried out, as the panel would. Whoever gives up in a wait has an order that never
 * left; the panel, which is told alone, cannot tell a wait from an order on its way.
 */
export const sendPatiently = async <T>(
  send: () => Promise<T>,
  clock: Scheduler,
  givenUp: AbortSignalLike,
): Promise<T> => {
  for (let tries = 1; ; tries++) {
    throwIfCancelled(givenUp, origin)
    try {
      return await send()
    } catch (error) {
      const { retryAfterMs = PAUSE_MS } = error as { readonly retryAfterMs?: number }
      const mayGoAgain = isSdkError(error) && isCertainlyNotExecuted(error)
      if (!mayGoAgain || tries === MOST_TRIES || retryAfterMs > LONGEST_WAIT_MS) throw error
      await delay(retryAfterMs, clock, origin, givenUp).catch(() => {
        throw new CancelledError(origin, 'not-sent')
      })
    }
  }
}
