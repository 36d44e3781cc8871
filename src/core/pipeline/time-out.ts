import type { Scheduler } from '../clock'
import { TimeoutError } from '../errors/timeout-error'
import { deliveryOf, originOf, type Stage } from './call'
import { within } from './within'

/** Ends a try that brings no answer. */
export const timeOut =
  (scheduler: Scheduler, defaultMs: number): Stage =>
  (next) =>
  (call) => {
    const timeoutMs = call.options.timeoutMs ?? defaultMs
    const late = () => new TimeoutError(originOf(call), timeoutMs, deliveryOf(call.progress))
    return next(call).pipe(within(timeoutMs, scheduler, late))
  }
