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
 * An order to the lock itself, once. The app takes a command or does not, and says nothing about the lock: what it may
 * have passed on is an OutcomeUnknownError, as for an order through the cloud.
 */
export const sendToLock = async (
  { context, origin }: Run,
  { send }: DataPoints,
  { code, value }: { readonly code: string; readonly value: unknown },
  signal: CallOptions['signal'],
): Promise<boolean> => {
  const { clock, reportTimeoutMs, supports } = context
  const taken = new Observable<boolean>((subscriber) =>
    send({ [code]: value }).subscribe({
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.next(true),
    }),
  )
  const late = () => new TimeoutError(origin, reportTimeoutMs, 'unknown')
  try {
    return await firstValue(taken.pipe(withTimeout(reportTimeoutMs, clock, late)), origin, signal)
  } catch (error) {
    const failure = linkFailure(error, origin)
    if (!isTransportError(failure) || failure.delivery === 'not-sent') throw failure
    const check = supports('device.status') ? 'device.status' : undefined
    throw new OutcomeUnknownError(origin, failure, check)
  }
}
