import { Observable } from 'rxjs'
import type { Action } from '../action'
import type { Scheduler } from '../clock'
import { OutcomeUnknownError } from '../errors/outcome-unknown-error'
import type { SdkError } from '../errors/sdk-error'
import { isTransportError, TransportError } from '../errors/transport-error'
import { isVendorError } from '../errors/vendor-error'
import { type Call, originOf, type RetryOptions, type Stage } from './call'
import { isCertainlyNotExecuted, isLost, mayRetry } from './may-retry'
import type { RetryBudget } from './retry-budget'

export interface RetryStageOptions {
  readonly scheduler: Scheduler
  /** From 0 up to 1: spreads the waits, so that many panels do not come back at once. */
  readonly random: () => number
  readonly budget: RetryBudget
  readonly windowMs: number
  /** A closed panel sends nothing anew. */
  readonly isClosed: () => boolean
}

/** Sends again what may be sent again; turns the loss of an order's answer into an OutcomeUnknownError. */
export const retry =
  (options: RetryStageOptions): Stage =>
  (next) =>
  (call) =>
    new Observable((subscriber) => {
      const { scheduler, budget } = options
      const { action, progress } = call
      let lost = false

      const fail = (error: SdkError): void => {
        if (lost && isGone(action, error)) {
          subscriber.next(action.removes?.result)
          subscriber.complete()
          return
        }
        lost ||= isLost(error)
        if (isCertainlyNotExecuted(error)) progress.sent = lost
        const step = nextStep(call, error, options)
        if (typeof step === 'number') {
          call.emit({ type: 'retrying', delayMs: Math.round(step), causeKind: error.kind })
          subscriber.add(scheduler.schedule(attempt, step))
        } else {
          subscriber.error(lost ? withLoss(step, call) : step)
        }
      }

      const attempt = (): void => {
        progress.attempt++
        subscriber.add(
          next(call).subscribe({
            next: (result) => {
              budget.give()
              subscriber.next(result)
            },
            error: fail,
            complete: () => subscriber.complete(),
          }),
        )
      }
      attempt()
    })

/** How long to wait before the next try, or the error that the caller gets. */
const nextStep = (
  call: Call,
  error: SdkError,
  { scheduler, random, budget, windowMs, isClosed }: RetryStageOptions,
): number | SdkError => {
  const { action, params, progress, deadlineAt } = call
  const verdict = mayRetry(action, params, error)
  if (verdict === 'outcome-unknown')
    return new OutcomeUnknownError(originOf(call), error, action.check)
  const { tries, firstDelayMs, maxDelayMs } = retryOptionsOf(call)
  if (verdict === 'no' || progress.attempt >= tries) return error
  const delayMs = Math.max(
    random() * Math.min(maxDelayMs, firstDelayMs * 2 ** (progress.attempt - 1)),
    verdict === 'after-window' ? windowMs : 0,
    (error as Partial<TransportError>).retryAfterMs ?? 0,
  )
  return !isClosed() && scheduler.now() + delayMs < deadlineAt && budget.take() ? delayMs : error
}

/** That the last try never left says nothing about the lost one before it. */
const withLoss = (error: SdkError, call: Call): SdkError =>
  isTransportError(error) && error.delivery === 'not-sent'
    ? new TransportError(originOf(call), { ...error, delivery: 'unknown' })
    : error

const defaults: Required<RetryOptions> = { tries: 3, firstDelayMs: 200, maxDelayMs: 5_000 }

const retryOptionsOf = ({ options: { retry: wanted } }: Call): Required<RetryOptions> =>
  wanted === false ? { ...defaults, tries: 1 } : { ...defaults, ...wanted }

/** A removal whose answer was lost and that now finds nothing has succeeded. */
const isGone = ({ removes }: Action, error: SdkError): boolean =>
  isVendorError(error) && removes?.notFound.includes(error.code as number) === true
