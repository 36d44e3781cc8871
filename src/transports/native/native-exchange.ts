import { Observable } from 'rxjs'
import { containerRefusal } from '../../core/errors/container-codes'
import type { NativeRefusal } from '../../core/errors/native-failure'
import { TransportError } from '../../core/errors/transport-error'
import { callNative } from '../../core/transport/call-native'
import type { NativeCallbacks } from '../../core/transport/native-like'
import type { TransportAnswer, TransportRequest } from '../../core/transport/transport'
import { bodyOf } from './native-body'

/**
 * One call into a native host, cold. It cannot be aborted: whoever unsubscribes only stops listening. A host that
 * never calls back is the panel's time-out.
 */
export const nativeExchange = (
  request: TransportRequest,
  call: (callbacks: NativeCallbacks) => unknown,
): Observable<TransportAnswer> =>
  new Observable((subscriber) =>
    callNative(call, (outcome) => {
      if (outcome.kind === 'lost') {
        const { reason } = outcome
        subscriber.error(new TransportError(request, { delivery: 'unknown', reason }))
        return
      }
      subscriber.next(
        outcome.kind === 'answer' ? { body: bodyOf(outcome.value) } : refusalOf(outcome),
      )
      subscriber.complete()
    }),
  )

/** As an envelope: the panel makes the error of it, because it knows which values no message may repeat. */
const refusalOf = (refusal: NativeRefusal): TransportAnswer => ({
  body: { value: { success: false, code: refusal.code, msg: refusal.message } },
  containerCode: refusal.containerCode,
  meaning: containerRefusal(refusal),
})
