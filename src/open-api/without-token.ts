import { isResponseError } from '../core/errors/response-error'
import type { ErrorOrigin, SdkError } from '../core/errors/sdk-error'
import { isTransportError, TransportError } from '../core/errors/transport-error'
import { isUnsupportedError } from '../core/errors/unsupported-error'
import { isVendorError, VendorError } from '../core/errors/vendor-error'
import { withoutFetch } from '../transports/fetch-exchange'
import { isInconclusive } from './refusal'

/**
 * The error of a call without a token. Whatever happened to the request for the token, the call itself was not sent, so a
 * lost answer is `not-sent` here and may be retried.
 */
export const withoutToken = (origin: ErrorOrigin, failure: unknown): SdkError => {
  if (isUnsupportedError(failure)) return withoutFetch(origin)
  if (isVendorError(failure) && !isInconclusive(failure.statusCode ?? 200))
    return new VendorError(origin, {
      code: failure.code,
      message: `request for a token: ${failure.vendorMessage}`,
      retryAfterMs: failure.retryAfterMs,
    })
  return new TransportError(origin, {
    delivery: 'not-sent',
    reason: `there is no access token: ${reasonOf(failure)}`,
    retryAfterMs: (failure as Partial<TransportError>).retryAfterMs,
    isPermanent: (failure as Partial<TransportError>).isPermanent,
  })
}

/** Whether the cloud answered a refresh without a token, so that the refresh token does not work any more. */
export const isRefusedToken = (failure: unknown): boolean => {
  if (isVendorError(failure))
    return failure.class !== 'refused' && !isInconclusive(failure.statusCode ?? 200)
  if (!isTransportError(failure)) return isResponseError(failure)
  const { statusCode = 200 } = failure
  return statusCode >= 400 && !isInconclusive(statusCode)
}

const reasonOf = (failure: unknown): string => {
  if (isTransportError(failure)) return failure.reason
  if (isVendorError(failure)) return `HTTP status ${failure.statusCode}`
  return 'the answer contained none'
}
