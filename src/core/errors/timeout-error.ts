import { type Delivery, type ErrorOrigin, guardOf } from './sdk-error'
import { TransportError } from './transport-error'

/** No answer in time: of one try, or of the whole call with all that it waited for. */
export class TimeoutError extends TransportError {
  override readonly name = 'TimeoutError'
  override readonly kind = 'timeout'

  constructor(
    origin: ErrorOrigin,
    readonly afterMs: number,
    delivery: Delivery,
  ) {
    super(origin, { delivery, reason: `no answer within ${afterMs} ms` })
  }
}

export const isTimeoutError = /*#__PURE__*/ guardOf<TimeoutError>('timeout')
