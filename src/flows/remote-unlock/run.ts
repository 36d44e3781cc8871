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
import { prefersOperate } from './until-awake'

const TIMEOUT_MS = 30_000
/** For locks that may sleep, as a client of the live cloud waits for them. */
const WAKING_TIMEOUT_MS = 90_000

/** A running attempt. */
export interface Run extends AttemptControl<RemoteUnlockStep> {
  readonly origin: ErrorOrigin
  readonly context: LockContext
  /**
   * The deadline for the call of the command. Throws if the command must not be sent any more, because the attempt was
   * cancelled or took too long.
   */
  readonly sendLimits: () => { readonly deadlineMs: number }
  /**
   * Runs the steps before the command. Their failures are reported as `not-sent`: a lost answer to a ticket is not a lost
   * answer to the command.
   */
  readonly beforeCommand: <T>(work: (options: CallOptions) => PromiseLike<T>) => Promise<T>
  /** The remaining time for sending the command. */
  readonly remainingMs: () => number
}

export const startRun = (
  context: LockContext,
  action: string,
  { report, signal }: AttemptControl<RemoteUnlockStep>,
  { timeoutMs = defaultTimeoutMs(context) }: RemoteUnlockOptions,
): Run => {
  const { clock } = context
  const origin: ErrorOrigin = { action }
  // A JavaScript caller may pass a string, which `+` would concatenate.
  if (typeof timeoutMs !== 'number' || !(timeoutMs > 0))
    throw new ParamsError(origin, [{ path: 'timeoutMs', message: 'expected more than 0 ms' }])
  const endsAtMs = clock.now() + timeoutMs
  const timeoutError = () => new TimeoutError(origin, timeoutMs, 'not-sent')
  // Setting the clock back must not extend the time.
  const remainingMs = () => Math.min(timeoutMs, endsAtMs - clock.now())
  const sendLimits = () => {
    throwIfCancelled(signal, origin)
    const deadlineMs = remainingMs()
    if (deadlineMs <= 0) throw timeoutError()
    return { deadlineMs }
  }
  return {
    report,
    signal,
    origin,
    context,
    sendLimits,
    remainingMs,
    beforeCommand: async (work) => {
      const { deadlineMs } = sendLimits()
      const own = cancellationWithin(signal)
      // A closed panel sends nothing.
      const closing = context.panelEvents$.subscribe({ complete: own.cancel })
      try {
        return await firstValue(
          fromWork(() => work({ signal: own.signal })).pipe(
            withTimeout(deadlineMs, clock, timeoutError),
          ),
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

const defaultTimeoutMs = (context: LockContext): number =>
  context.options.type === 'ble-gateway' && prefersOperate(context) ? WAKING_TIMEOUT_MS : TIMEOUT_MS

const fromWork = <T>(work: () => PromiseLike<T>): Observable<T> =>
  new Observable((subscriber) => {
    work().then(
      (value) => subscriber.next(value),
      (error: unknown) => subscriber.error(error),
    )
  })
