import { isParamsError } from '../src/core/errors/params-error'
import { isSdkError, type SdkError } from '../src/core/errors/sdk-error'
import { isTransportError, type TransportError } from '../src/core/errors/transport-error'
import { isUnsupportedError } from '../src/core/errors/unsupported-error'
import { isVendorError, type VendorError } from '../src/core/errors/vendor-error'
import { isCertainlyNotExecuted } from '../src/core/pipeline/may-retry'
import { GatewayRefusal, outcomeUnknown } from './refusal'

/** How a call failed: the cloud's own code and words, or a refusal of the gateway. */
export interface Failure {
  readonly status: number
  readonly code: number | string
  readonly message: string
  readonly retryAfterMs?: number | undefined
}

/** The answer to a failed call. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof GatewayRefusal) return error
  if (!isSdkError(error))
    return new GatewayRefusal('GATEWAY_UNAVAILABLE', 'The gateway failed before it sent anything.')
  return isVendorError(error) ? cloudFailure(error) : ownFailure(error)
}

/** What the credentials of the gateway cause, no user can change. */
const projectClasses: readonly string[] = ['refresh', 're-sign', 'quota']
const TOO_MANY_REQUESTS = 429

const cloudFailure = (error: VendorError): Failure => {
  const { code, statusCode = 200, retryAfterMs } = error
  if (projectClasses.includes(error.class))
    return new GatewayRefusal(
      'GATEWAY_PROJECT',
      `The cloud refuses the project of the gateway (${code}, ${error.meaning}). The operator of the gateway must correct the project.`,
    )
  const message = error.vendorMessage
  if (statusCode === TOO_MANY_REQUESTS) return { status: statusCode, code, message, retryAfterMs }
  if (statusCode >= 400 && !isCertainlyNotExecuted(error) && isInconclusive(statusCode))
    return outcomeUnknown(`The cloud answered with HTTP status ${statusCode}`)
  return { status: 200, code, message, retryAfterMs }
}

const isInconclusive = (statusCode: number): boolean => statusCode === 408 || statusCode >= 500

const ownFailure = (error: SdkError): Failure => {
  if (isParamsError(error)) return new GatewayRefusal('GATEWAY_BAD_REQUEST', error.message)
  if (isUnsupportedError(error)) return new GatewayRefusal('GATEWAY_NO_ROUTE', error.message)
  if (error.kind === 'response') return new GatewayRefusal('GATEWAY_BAD_ANSWER', error.message)
  return isTransportError(error)
    ? noAnswer(error)
    : outcomeUnknown('The answer of the cloud was lost')
}

/** What did not come from the cloud itself, or did not come at all. */
const noAnswer = (error: TransportError): Failure => {
  const { statusCode = 200, retryAfterMs } = error
  if (statusCode === TOO_MANY_REQUESTS)
    return new GatewayRefusal(
      'GATEWAY_TOO_MANY',
      'The cloud takes no more requests of the project for now, so nothing was executed. Wait, then try again.',
      retryAfterMs,
    )
  if (isCertainlyNotExecuted(error))
    return new GatewayRefusal(
      'GATEWAY_UNAVAILABLE',
      'The gateway did not reach the cloud, so nothing was sent. Try again in a few seconds.',
      retryAfterMs,
    )
  if (statusCode >= 400 && !isInconclusive(statusCode))
    return new GatewayRefusal(
      'GATEWAY_BAD_ANSWER',
      `The address of the cloud refuses the request with HTTP status ${statusCode}. The operator of the gateway must correct the address.`,
    )
  return outcomeUnknown('The answer of the cloud was lost')
}
