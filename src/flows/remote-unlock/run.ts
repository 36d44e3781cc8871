import { Observable } from 'rxjs'
import { CancelledError, isCancelledError } from '../../core/errors/cancelled-error'
import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isTimeoutError, TimeoutError } from '../../core/errors/timeout-error'
import {
  isTransportError,
  TransportError,
  type TransportFailure,
} from '../../core/errors/transport-error'
import type { CallOptions } from '../../core/pipeline/call'
import { within } from '../../core/pipeline/within'
import { type AttemptControl, throwIfCancelled } from '../shared/attempt'
import { cancellationWithin } from '../shared/cancellation'
import { firstOf } from '../shared/first-of'
import type { LockContext } from '../shared/lock-context'
import type { RemoteUnlockOptions, RemoteUnlockStep } from './types'

const TIMEOUT_MS = 30_000

/** One attempt while it is under way. */
export interface Run extends AttemptControl<RemoteUnlockStep> {
  readonly origin: ErrorOrigin
  readonly context: LockContext
  /**
   * How long the order may take to leave, as a deadline for its call. Throws where it must not leave any more: somebody
   * cancelled, or it took too long.
   */
  readonly mayLeave: () => { readonly deadlineMs: number }
  /**
   * Does what comes before the order, and ends its calls with it. Whatever it fails with, no order has left, and the
   * error says so: a lost answer to a ticket must not look like a lost order.
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
  // A caller in JavaScript may give a text, which would be put together with the time, not added to it.
  if (typeof timeoutMs !== 'number' || !(timeoutMs > 0))
    throw new ParamsError(origin, [{ path: 'timeoutMs', message: 'expected a time above 0' }])
  const endsAtMs = clock.now() + timeoutMs
  const late = () => new TimeoutError(origin, timeoutMs, 'not-sent')
  // A clock that is set back gives no time.
  const leftMs = () => Math.min(timeoutMs, endsAtMs - clock.now())
  const mayLeave = () => {
    throwIfCancelled(signal, origin)
    const deadlineMs = leftMs()
    if (deadlineMs <= 0) throw late()
    return { deadlineMs }
  }
  return {
    tell,
    signal,
    origin,
    context,
    mayLeave,
    leftMs,
    before: async (work) => {
      const { deadlineMs } = mayLeave()
      const own = cancellationWithin(signal)
      try {
        return await firstOf(
          started(() => work({ signal: own.signal })).pipe(within(deadlineMs, clock, late)),
          origin,
          signal,
        )
      } catch (error) {
        throw withoutOrder(error, origin)
      } finally {
        own.cancel()
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
  // The app's own cipher may order something of a server, too.
  if (isOutcomeUnknownError(error)) return notSent(origin, { reason: 'no certain answer' })
  return isTransportError(error) ? notSent(origin, error) : error
}

const notSent = (
  origin: ErrorOrigin,
  {
    reason,
    statusCode,
    retryAfterMs,
  }: Pick<TransportFailure, 'reason' | 'statusCode' | 'retryAfterMs'>,
) =>
  new TransportError(origin, {
    delivery: 'not-sent',
    reason: `before the order: ${reason}`,
    statusCode,
    retryAfterMs,
  })
