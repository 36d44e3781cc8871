import type { ErrorOrigin, SdkError } from '../core/errors/sdk-error'
import { isTransportError, TransportError } from '../core/errors/transport-error'
import { isUnsupportedError } from '../core/errors/unsupported-error'
import { isVendorError, VendorError } from '../core/errors/vendor-error'
import { withoutFetch } from '../transports/fetch-exchange'
import { saysNothing } from './refusal'

/**
 * What a call fails with that got no token. Whatever became of the request for the token, the call itself never left:
 * what was lost there is `not-sent` here, and may be tried again.
 */
export const withoutToken = (origin: ErrorOrigin, failure: unknown): SdkError => {
  if (isUnsupportedError(failure)) return withoutFetch(origin)
  if (isVendorError(failure) && !saysNothing(failure.statusCode ?? 200))
    return new VendorError(origin, {
      code: failure.code,
      message: `asked for a token: ${failure.vendorMessage}`,
      retryAfterMs: failure.retryAfterMs,
    })
  return new TransportError(origin, {
    delivery: 'not-sent',
    reason: `there is no access token: ${reasonOf(failure)}`,
    retryAfterMs: (failure as Partial<TransportError>).retryAfterMs,
  })
}

const reasonOf = (failure: unknown): string => {
  if (isTransportError(failure)) return failure.reason
  if (isVendorError(failure)) return `HTTP status ${failure.statusCode}`
  return 'the answer held none'
}
