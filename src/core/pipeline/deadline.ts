import { type SchedulerLike, throwError, timeout } from 'rxjs'
import { OutcomeUnknownError } from '../errors/outcome-unknown-error'
import { TimeoutError } from '../errors/timeout-error'
import { type Call, deliveryOf, originOf, type Stage } from './call'
import { mayRetry } from './may-retry'

/** Ends a whole call, with all that it waits for: each caller keeps its own, also where several share an answer. */
export const deadline =
  (scheduler: SchedulerLike): Stage =>
  (next) =>
  (call) =>
    next(call).pipe(
      timeout({
        first: Math.max(0, call.deadlineAt - scheduler.now()),
        scheduler,
        with: () => throwError(() => deadlineError(call, scheduler)),
      }),
    )

const deadlineError = (call: Call, scheduler: SchedulerLike) => {
  const origin = originOf(call)
  const afterMs = scheduler.now() - call.startedAt
  const error = new TimeoutError(origin, afterMs, deliveryOf(call.progress))
  return mayRetry(call.action, call.params, error) === 'outcome-unknown'
    ? new OutcomeUnknownError(origin, error, call.action.check)
    : error
}
