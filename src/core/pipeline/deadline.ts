import type { Clock } from '../clock'
import { OutcomeUnknownError } from '../errors/outcome-unknown-error'
import { TimeoutError } from '../errors/timeout-error'
import { type Call, deliveryOf, originOf, type Stage } from './call'
import { mayRetry } from './may-retry'

/** Ends a whole call, including its waits. Each caller has its own deadline, also where several share an answer. */
export const deadline =
  (clock: Clock): Stage =>
  (next) =>
  (call, subscriber) => {
    const remainingMs = Math.max(0, call.deadlineAt - clock.now())
    const fail = () => subscriber.fail(deadlineError(call, clock))
    subscriber.add(clock.schedule(fail, remainingMs))
    next(call, subscriber)
  }

const deadlineError = (call: Call, clock: Clock) => {
  const origin = originOf(call)
  const afterMs = clock.now() - call.startedAt
  const error = new TimeoutError(origin, afterMs, deliveryOf(call.progress))
  return mayRetry(call.action, call.params, error) === 'outcome-unknown'
    ? new OutcomeUnknownError(origin, error, call.check)
    : error
}
