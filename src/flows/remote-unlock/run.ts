import { Observable } from 'rxjs'
import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import type { CallOptions } from '../../core/pipeline/call'
import { firstValue } from '../../core/rx/first-value'
import { withTimeout } from '../../core/rx/with-timeout'
import { asNotSent } from '../shared/as-not-sent'
import { type AttemptControl, throwIfCancelled } from '../shared/attempt'
import { cancellationWithin } from '../shared/cancellation'
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
  { report, signal }: AttemptControl<RemoteUnlockStep>,
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
    report,
    signal,
    origin,
    context,
    mayLeave,
    leftMs,
    before: async (work) => {
      const { deadlineMs } = mayLeave()
      const own = cancellationWithin(signal)
      // Nothing leaves a closed panel: there is nothing to wait for.
      const closing = context.panelEvents$.subscribe({ complete: own.cancel })
      try {
        return await firstValue(
          started(() => work({ signal: own.signal })).pipe(withTimeout(deadlineMs, clock, late)),
          origin,
          own.signal,
        )
      } catch (error) {
        throw asNotSent(error, origin)
      } finally {
        closing.unsubscribe()
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
