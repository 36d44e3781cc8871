import type { Clock } from '../clock'
import { TimeoutError } from '../errors/timeout-error'
import { withTimeout } from '../rx/with-timeout'
import { deliveryOf, originOf, type Stage } from './call'

/** Ends a request that gets no answer in time. */
export const timeOut =
  (clock: Clock, defaultMs: number): Stage =>
  (next) =>
  (call) => {
    const timeoutMs = call.options.timeoutMs ?? defaultMs
    const error = () => new TimeoutError(originOf(call), timeoutMs, deliveryOf(call.progress))
    return next(call).pipe(withTimeout(timeoutMs, clock, error))
  }
