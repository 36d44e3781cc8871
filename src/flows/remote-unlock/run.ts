import { Observable } from 'rxjs'
import { CancelledError, isCancelledError } from '../../core/errors/cancelled-error'
import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isTimeoutError, TimeoutError } from '../../core/errors/timeout-error'
import { isTransportError, TransportError } from '../../core/errors/transport-error'
import type { CallOptions } from '../../core/pipeline/call'
import { within } from '../../core/pipeline/within'
import { type AttemptControl, throwIfCancelled } from '../shared/attempt'
import { firstOf } from '../shared/first-of'
import type { LockContext } from '../shared/lock-context'
import type { RemoteUnlockOptions, RemoteUnlockStep } from './types'

const TIMEOUT_MS = 30_000

/** One attempt while it is under way. */
export interface Run extends AttemptControl<RemoteUnlockStep> {
  readonly origin: ErrorOrigin
  readonly context: LockContext
  /** For the order. Throws where it must not leave any more: somebody cancelled, or it took too long. */
  readonly mayLeave: () => CallOptions
  /**
   * Does what comes before the order. Whatever it fails with, no order has left, and the error says so: a lost answer
   * to a ticket must not look like a lost order.
   */
  readonly before: <T>(work: (options: CallOptions) => PromiseLike<T>) => Promise<T>
  /** What is left of the time until the order must have left. */
  readonly leftMs: () => number
}

export const startRun = (
  context: LockContext,
  action: string,
  { tell, signal }: AttemptControl<RemoteUnlockStep>,
  { timeoutMs = TIMEOUT_MS }: RemoteUnlockOptions,
): Run => {
  const { clock } = context
  const origin: ErrorOrigin = { action }
  if (!(timeoutMs > 0))
    throw new ParamsError(origin, [{ path: 'timeoutMs', message: 'expected a time above 0' }])
  const endsAtMs = clock.now() + timeoutMs
  const late = () => new TimeoutError(origin, timeoutMs, 'not-sent')
  const leftMs = () => endsAtMs - clock.now()
  const mayLeave = (): CallOptions => {
    throwIfCancelled(signal, origin)
    if (leftMs() <= 0) throw late()
    return { signal }
  }
  return {
    tell,
    signal,
    origin,
    context,
    mayLeave,
    leftMs,
    before: async (work) => {
      const options = mayLeave()
      try {
        return await firstOf(
          started(() => work(options)).pipe(within(leftMs(), clock, late)),
          origin,
          signal,
        )
      } catch (error) {
        throw withoutOrder(error, origin)
      }
    },
  }
}

const started = <T>(work: () => PromiseLike<T>): Observable<T> =>
  new Observable((subscriber) => {
    work().then(
      (value) => subscriber.next(value),
      (error: unknown) => subscriber.error(error),
    )
  })

const withoutOrder = (error: unknown, origin: ErrorOrigin): unknown => {
  if (isCancelledError(error)) return new CancelledError(origin, 'not-sent')
  if (isTimeoutError(error)) return new TimeoutError(origin, error.afterMs, 'not-sent')
  if (!isTransportError(error)) return error
  const { statusCode, retryAfterMs } = error
  const reason = `before the order: ${error.reason}`
  return new TransportError(origin, { delivery: 'not-sent', reason, statusCode, retryAfterMs })
}
