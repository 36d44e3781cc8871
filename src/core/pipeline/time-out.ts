import { type SchedulerLike, throwError, timeout } from 'rxjs'
import { TimeoutError } from '../errors/timeout-error'
import { deliveryOf, originOf, type Stage } from './call'

/** Ends a try that brings no answer. */
export const timeOut =
  (scheduler: SchedulerLike, defaultMs: number): Stage =>
  (next) =>
  (call) => {
    const timeoutMs = call.options.timeoutMs ?? defaultMs
    return next(call).pipe(
      timeout({
        first: timeoutMs,
        scheduler,
        with: () =>
          throwError(() => new TimeoutError(originOf(call), timeoutMs, deliveryOf(call.progress))),
      }),
    )
  }
