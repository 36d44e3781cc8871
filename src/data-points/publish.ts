import { Observable } from 'rxjs'
import { containerRefusal } from '../core/errors/container-codes'
import type { ErrorOrigin } from '../core/errors/sdk-error'
import { TransportError } from '../core/errors/transport-error'
import { UnsupportedError } from '../core/errors/unsupported-error'
import { VendorError } from '../core/errors/vendor-error'
import { callNative } from '../core/transport/call-native'
import type { NativeCallbacks } from '../core/transport/native-like'
import type { DpValues } from './data-points'

/** Values may be passwords, so an error contains only the codes. */
export const originOf = (dps: DpValues): ErrorOrigin => ({
  action: `data points ${Object.keys(dps).join(', ')}`,
  family: 'panel',
  attempt: 1,
})

export const unknownCode = (dps: DpValues, code: string): UnsupportedError =>
  new UnsupportedError(originOf(dps), `this lock has no data point ${code}.`)

/** Shorter values are not redacted, because that would make the host's message unreadable. */
const MIN_SECRET_LENGTH = 4

/** One command through a native host, cold; `isAccepted` decides whether the host's answer means success. */
export const publish = (
  dps: DpValues,
  isAccepted: (answer: unknown) => boolean,
  call: (callbacks: NativeCallbacks) => unknown,
): Observable<never> =>
  new Observable((subscriber) =>
    callNative(call, (outcome) => {
      const origin = originOf(dps)
      if (outcome.kind === 'answer' && isAccepted(outcome.value)) subscriber.complete()
      else if (outcome.kind === 'refused')
        subscriber.error(
          new VendorError(origin, {
            ...outcome,
            meaning: containerRefusal(outcome),
            secrets: secretsIn(dps),
          }),
        )
      else
        subscriber.error(
          new TransportError(origin, {
            delivery: 'unknown',
            reason: outcome.kind === 'lost' ? outcome.reason : 'the app did not accept them',
          }),
        )
    }),
  )

const secretsIn = (dps: DpValues): readonly string[] =>
  Object.values(dps).filter(
    (value): value is string => typeof value === 'string' && value.length >= MIN_SECRET_LENGTH,
  )
