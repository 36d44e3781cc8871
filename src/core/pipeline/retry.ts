import type { Action } from '../action'
import type { Clock } from '../clock'
import { OutcomeUnknownError } from '../errors/outcome-unknown-error'
import type { SdkError } from '../errors/sdk-error'
import { isTransportError, TransportError } from '../errors/transport-error'
import { isVendorError } from '../errors/vendor-error'
import type { SingleObserver, SingleSubscriber } from '../rx/single-subscriber'
import { type Call, type Handler, originOf, type RetryOptions, type Stage } from './call'
import { isCertainlyNotExecuted, isLost, mayRetry } from './may-retry'
import type { RetryBudget } from './retry-budget'

export interface RetryStageOptions {
  readonly clock: Clock
  /** From 0 to below 1: spreads the waits, so that panels do not retry at the same moment. */
  readonly random: () => number
  readonly budget: RetryBudget
  readonly windowMs: number
  /** A closed panel does not retry. */
  readonly isClosed: () => boolean
}

/** Retries by the table of `mayRetry`; a lost answer to a command becomes an OutcomeUnknownError. */
export const retry =
  (options: RetryStageOptions): Stage =>
  (next) =>
  (call, subscriber) =>
    new Attempts(options, next, call, subscriber).start()

/** The requests of one call, one after the other. */
class Attempts implements SingleObserver<unknown> {
  private lost = false
  private mayHaveExecuted = false

  constructor(
    private readonly options: RetryStageOptions,
    private readonly next: Handler,
    private readonly call: Call,
    private readonly subscriber: SingleSubscriber<unknown>,
  ) {}

  start(): void {
    this.call.progress.attempt++
    this.next(this.call, this.subscriber.child(this))
  }

  succeed(result: unknown): void {
    this.options.budget.refill()
    this.subscriber.succeed(result)
  }

  fail(thrown: unknown): void {
    const { call, subscriber } = this
    const error = thrown as SdkError
    if (this.lost && isAlreadyRemoved(call.action, error)) {
      subscriber.succeed(call.action.removes?.result)
      return
    }
    this.lost ||= isLost(error)
    // Also a cloud that is busy may have executed the request.
    if (isCertainlyNotExecuted(error)) call.progress.sent = this.mayHaveExecuted
    else this.mayHaveExecuted = true
    const step = nextStep(call, error, this.options)
    if (typeof step === 'number') {
      call.emit({ type: 'retrying', delayMs: Math.round(step), causeKind: error.kind })
      subscriber.add(this.options.clock.schedule(() => this.start(), step))
    } else {
      subscriber.fail(this.mayHaveExecuted ? withLoss(step, call) : step)
    }
  }
}

/** The wait before the next request in milliseconds, or the error of the call. */
const nextStep = (
  call: Call,
  error: SdkError,
  { clock, random, budget, windowMs, isClosed }: RetryStageOptions,
): number | SdkError => {
  const { action, params, progress, deadlineAt } = call
  const decision = mayRetry(action, params, error)
  if (decision === 'outcome-unknown')
    return new OutcomeUnknownError(originOf(call), error, call.check)
  const { maxAttempts, firstDelayMs, maxDelayMs } = retryOptionsOf(call)
  if (decision === 'no' || progress.attempt >= maxAttempts) return error
  const delayMs = Math.max(
    random() * Math.min(maxDelayMs, firstDelayMs * 2 ** (progress.attempt - 1)),
    decision === 'after-window' ? windowMs : 0,
    (error as Partial<TransportError>).retryAfterMs ?? 0,
  )
  return !isClosed() && clock.now() + delayMs < deadlineAt && budget.take() ? delayMs : error
}

/** An earlier request may have executed, even if the last one was not sent. */
const withLoss = (error: SdkError, call: Call): SdkError =>
  isTransportError(error) && error.delivery === 'not-sent'
    ? new TransportError(originOf(call), { ...error, delivery: 'unknown' })
    : error

/** Not a spread over the defaults, where `{ maxAttempts: undefined }` would overwrite one. */
const retryOptionsOf = ({ options: { retry } }: Call): Required<RetryOptions> => {
  const given: RetryOptions = retry === false ? { maxAttempts: 1 } : (retry ?? {})
  return {
    maxAttempts: given.maxAttempts ?? 3,
    firstDelayMs: given.firstDelayMs ?? 200,
    maxDelayMs: given.maxDelayMs ?? 5_000,
  }
}

/** "Not found" after a lost answer means that the removal executed. */
const isAlreadyRemoved = ({ removes }: Action, error: SdkError): boolean =>
  isVendorError(error) && removes?.notFound.includes(error.code as number) === true
