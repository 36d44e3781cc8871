import { Observable } from 'rxjs'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import { isTransportError } from '../../core/errors/transport-error'
import type { CallOptions } from '../../core/pipeline/call'
import { firstValue } from '../../core/rx/first-value'
import { withTimeout } from '../../core/rx/with-timeout'
import type { DataPoints } from '../../data-points/data-points'
import { linkFailure } from '../shared/link-failure'
import type { Run } from './run'

/**
 * Sends a command to the lock over data points, once. The host confirms that it accepted the command, but not that the
 * lock executed it, so a failure after that is an OutcomeUnknownError, as over the cloud.
 */
export const sendToLock = async (
  { context, origin }: Run,
  { send }: DataPoints,
  { code, value }: { readonly code: string; readonly value: unknown },
  signal: CallOptions['signal'],
): Promise<boolean> => {
  const { clock, reportTimeoutMs, sentAs } = context
  const accepted = new Observable<boolean>((subscriber) =>
    send({ [code]: value }).subscribe({
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.next(true),
    }),
  )
  const timeoutError = () => new TimeoutError(origin, reportTimeoutMs, 'unknown')
  try {
    return await firstValue(
      accepted.pipe(withTimeout(reportTimeoutMs, clock, timeoutError)),
      origin,
      signal,
    )
  } catch (error) {
    const failure = linkFailure(error, origin)
    if (!isTransportError(failure) || failure.delivery === 'not-sent') throw failure
    throw new OutcomeUnknownError(origin, failure, sentAs('device.status'))
  }
}
