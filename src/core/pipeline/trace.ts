import { Observable } from 'rxjs'
import { redact } from '../contract/redact'
import type { SdkError } from '../errors/sdk-error'
import type { TransportError } from '../errors/transport-error'
import type { VendorError } from '../errors/vendor-error'
import { subscribeInner } from '../rx/subscribe-inner'
import { lockSupportOf } from '../supports-lock-type'
import { deliveryOf, type Stage } from './call'
import type { Step } from './events'

/** Emits the start and the end of each call. Negligible cost without subscribers. */
export const trace =
  (now: () => number, isObserved: () => boolean): Stage =>
  (next) =>
  (call) =>
    new Observable((subscriber) => {
      const tookMs = () => now() - call.startedAt
      const emit = (step: () => Step) => isObserved() && call.emit(step)
      // One ending event, also if a listener of an event ends the call.
      let isEnded = false
      const end = (step: () => Step) => {
        isEnded = true
        emit(step)
      }

      emit(() => ({ type: 'started', params: redact(call.action.params, call.params) }))
      const { lockType = 'any' } = call.options
      if (lockSupportOf(call.action, lockType) !== 'documented')
        emit(() => ({ type: 'undocumented-lock-type', lockType }))
      subscribeInner(subscriber, next(call), {
        next: (result) => {
          end(() => ({
            type: 'succeeded',
            tookMs: tookMs(),
            result: redact(call.action.result, result),
          }))
          subscriber.next(result)
          subscriber.complete()
        },
        error: (error: SdkError) => {
          if (isEnded) return
          end(() => failedStep(error, tookMs()))
          subscriber.error(error)
        },
        complete: () => {},
      })
      // After the call is torn down: a listener may free a slot of the queue, and the call must not take it.
      subscriber.add(() => {
        if (!isEnded)
          end(() => ({
            type: 'unsubscribed',
            tookMs: tookMs(),
            delivery: deliveryOf(call.progress),
          }))
      })
    })

export const failedStep = (error: SdkError, tookMs: number): Step => ({
  type: 'failed',
  tookMs,
  kind: error.kind,
  code: (error as Partial<VendorError>).code,
  delivery: (error as Partial<TransportError>).delivery,
  message: error.message,
})
