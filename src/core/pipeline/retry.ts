import {
  catchError,
  defer,
  of,
  retry as resubscribe,
  type SchedulerLike,
  tap,
  throwError,
  timer,
} from 'rxjs'
import type { Action } from '../action'
import { OutcomeUnknownError } from '../errors/outcome-unknown-error'
import type { SdkError } from '../errors/sdk-error'
import type { TransportError } from '../errors/transport-error'
import { isVendorError } from '../errors/vendor-error'
import { type Call, originOf, type RetryOptions, type Stage } from './call'
import { isCertainlyNotExecuted, isLost, mayRetry } from './may-retry'
import type { RetryBudget } from './retry-budget'

export interface RetryStageOptions {
  readonly scheduler: SchedulerLike
  /** From 0 up to 1: spreads the waits, so that many panels do not come back at once. */
  readonly random: () => number
  readonly budget: RetryBudget
  readonly windowMs: number
}

/** Sends again what may be sent again; turns the loss of an order's answer into an OutcomeUnknownError. */
export const retry =
  ({ scheduler, random, budget, windowMs }: RetryStageOptions): Stage =>
  (next) =>
  (call) =>
    defer(() => {
      const { progress } = call
      const policy = retryOptionsOf(call)
      let lost = false

      /** How long to wait before the next try; throws what the caller gets where there is none. */
      const delayAfter = (error: SdkError): number => {
        lost ||= isLost(error)
        if (isCertainlyNotExecuted(error)) progress.left = lost
        const verdict = mayRetry(call.action, call.params, error)
        if (verdict === 'outcome-unknown')
          throw new OutcomeUnknownError(originOf(call), error, call.action.check)
        if (verdict === 'no' || progress.attempt >= policy.tries) throw error
        const delayMs = Math.max(
          random() * Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (progress.attempt - 1)),
          verdict === 'after-window' ? windowMs : 0,
          (error as Partial<TransportError>).retryAfterMs ?? 0,
        )
        if (scheduler.now() + delayMs >= call.deadlineAt || !budget.take()) throw error
        call.emit({ type: 'retrying', delayMs: Math.round(delayMs), because: error.kind })
        return delayMs
      }

      return defer(() => {
        progress.attempt++
        return next(call)
      }).pipe(
        tap(budget.give),
        catchError((error: SdkError) =>
          lost && isGone(call.action, error)
            ? of(call.action.removes?.result)
            : throwError(() => error),
        ),
        resubscribe({ delay: (error: SdkError) => timer(delayAfter(error), scheduler) }),
      )
    })

const defaults: Required<RetryOptions> = { tries: 3, firstDelayMs: 200, maxDelayMs: 5_000 }

const retryOptionsOf = ({ options: { retry: wanted } }: Call): Required<RetryOptions> =>
  wanted === false ? { ...defaults, tries: 1 } : { ...defaults, ...wanted }

/** A removal whose answer was lost and that now finds nothing has succeeded. */
const isGone = ({ removes }: Action, error: SdkError): boolean =>
  isVendorError(error) && removes?.notFound.includes(error.code as number) === true
