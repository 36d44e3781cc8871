import type { Clock } from '../clock'
import { TimeoutError } from '../errors/timeout-error'
import { deliveryOf, originOf, type Stage } from './call'

/** Ends a request that gets no answer in time. */
export const timeOut =
  (clock: Clock, defaultMs: number): Stage =>
  (next) =>
  (call, subscriber) => {
    const timeoutMs = call.options.timeoutMs ?? defaultMs
    const fail = () =>
      subscriber.fail(new TimeoutError(originOf(call), timeoutMs, deliveryOf(call.progress)))
    subscriber.add(clock.schedule(fail, timeoutMs))
    next(call, subscriber)
  }
