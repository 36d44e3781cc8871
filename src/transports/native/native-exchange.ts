import { Observable } from 'rxjs'
import { bodyOf } from '../../core/envelope/body-of'
import { containerRefusal } from '../../core/errors/container-codes'
import type { NativeRefusal } from '../../core/errors/native-failure'
import { TransportError } from '../../core/errors/transport-error'
import { callNative } from '../../core/transport/call-native'
import type { NativeCallbacks } from '../../core/transport/native-like'
import type { TransportAnswer, TransportRequest } from '../../core/transport/transport'

/**
 * One call to a native host, cold. It cannot be aborted: unsubscribing only ignores the answer. If the host never answers,
 * the panel's time-out applies.
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

/** As an envelope, because the panel creates the error: it has the secret values to redact. */
const refusalOf = (refusal: NativeRefusal): TransportAnswer => ({
  body: { value: { success: false, code: refusal.code, msg: refusal.message } },
  containerCode: refusal.containerCode,
  meaning: containerRefusal(refusal),
})
