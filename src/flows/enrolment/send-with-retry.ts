import type { Clock } from '../../core/clock'
import { CancelledError } from '../../core/errors/cancelled-error'
import { isSdkError } from '../../core/errors/sdk-error'
import { isResendable } from '../../core/pipeline/may-retry'
import { delay } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { throwIfCancelled } from '../shared/attempt'
import { origin } from './enrolment-error'

const MAX_REQUESTS = 3
/** The delay, if the cloud names none. */
const RETRY_DELAY_MS = 1_000
/** The deadline of a call. */
const MAX_DELAY_MS = 30_000

/**
 * Resends a command that was not executed, as the panel would. Done here, because a cancel during the delay must be
 * reported as `not-sent`; the panel could not distinguish the delay from a request in flight.
 */
export const sendWithRetry = async <T>(
  send: () => Promise<T>,
  clock: Clock,
  withdrawn: AbortSignalLike,
): Promise<T> => {
  for (let requests = 1; ; requests++) {
    throwIfCancelled(withdrawn, origin)
    try {
      return await send()
    } catch (error) {
      const { retryAfterMs = RETRY_DELAY_MS } = error as { readonly retryAfterMs?: number }
      const mayRetry = isSdkError(error) && isResendable(error)
      if (!mayRetry || requests === MAX_REQUESTS || retryAfterMs > MAX_DELAY_MS) throw error
      await delay(retryAfterMs, clock, origin, withdrawn).catch(() => {
        throw new CancelledError(origin, 'not-sent')
      })
    }
  }
}
