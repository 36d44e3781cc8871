import { redact } from '../contract/redact'
import type { SdkError } from '../errors/sdk-error'
import type { TransportError } from '../errors/transport-error'
import type { VendorError } from '../errors/vendor-error'
import type { SingleObserver, SingleSubscriber } from '../rx/single-subscriber'
import { lockSupportOf } from '../supports-lock-type'
import { type Call, deliveryOf, type Stage } from './call'
import type { Step } from './events'

/** Emits the start and the end of each call. Negligible cost without subscribers. */
export const trace =
  (now: () => number): Stage =>
  (next) =>
  (call, subscriber) => {
    call.emit(() => ({ type: 'started', params: redact(call.action.params, call.params) }))
    const { lockType = 'any' } = call.options
    if (lockSupportOf(call.action, lockType) !== 'documented')
      call.emit({ type: 'undocumented-lock-type', lockType })
    const ending = new Ending(call, subscriber, now)
    next(call, subscriber.child(ending))
    // After the call is torn down: a listener may free a slot of the queue, and the call must not take it.
    subscriber.add(ending)
  }

/** Emits one ending event, also if a listener of an event ends the call. */
class Ending implements SingleObserver<unknown> {
  private isEnded = false

  constructor(
    private readonly call: Call,
    private readonly subscriber: SingleSubscriber<unknown>,
    private readonly now: () => number,
  ) {}

  succeed(result: unknown): void {
    this.end(() => ({
      type: 'succeeded',
      tookMs: this.tookMs(),
      result: redact(this.call.action.result, result),
    }))
    this.subscriber.succeed(result)
  }

  fail(error: unknown): void {
    this.end(() => failedStep(error as SdkError, this.tookMs()))
    this.subscriber.fail(error)
  }

  unsubscribe(): void {
    if (this.isEnded) return
    this.end(() => ({
      type: 'unsubscribed',
      tookMs: this.tookMs(),
      delivery: deliveryOf(this.call.progress),
    }))
  }

  private end(step: () => Step): void {
    this.isEnded = true
    this.call.emit(step)
  }

  private tookMs(): number {
    return this.now() - this.call.startedAt
  }
}

export const failedStep = (error: SdkError, tookMs: number): Step => ({
  type: 'failed',
  tookMs,
  kind: error.kind,
  code: (error as Partial<VendorError>).code,
  delivery: (error as Partial<TransportError>).delivery,
  message: error.message,
})
