import type { Scheduler } from '../clock'
import { OutcomeUnknownError } from '../errors/outcome-unknown-error'
import { TimeoutError } from '../errors/timeout-error'
import { withTimeout } from '../rx/with-timeout'
import { type Call, deliveryOf, originOf, type Stage } from './call'
import { mayRetry } from './may-retry'

/** Ends a whole call, including its waits. Each caller has its own deadline, also where several share an answer. */
export const deadline =
  (scheduler: Scheduler): Stage =>
  (next) =>
  (call) => {
    const remainingMs = Math.max(0, call.deadlineAt - scheduler.now())
    return next(call).pipe(
      withTimeout(remainingMs, scheduler, () => deadlineError(call, scheduler)),
    )
  }

const deadlineError = (call: Call, scheduler: Scheduler) => {
  const origin = originOf(call)
  const afterMs = scheduler.now() - call.startedAt
  const error = new TimeoutError(origin, afterMs, deliveryOf(call.progress))
  return mayRetry(call.action, call.params, error) === 'outcome-unknown'
    ? new OutcomeUnknownError(origin, error, call.action.check)
    : error
}
