import { isParamsError } from '../src/core/errors/params-error'
import { isSdkError, type SdkError } from '../src/core/errors/sdk-error'
import { isTransportError } from '../src/core/errors/transport-error'
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
      `The cloud refuses the project of the gateway (${code}, ${error.meaning}). Its operator must correct the project.`,
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
  if (isCertainlyNotExecuted(error))
    return new GatewayRefusal(
      'GATEWAY_UNAVAILABLE',
      'The gateway did not reach the cloud, so nothing was sent. Try again in a few seconds.',
      isTransportError(error) ? error.retryAfterMs : undefined,
    )
  return outcomeUnknown('The answer of the cloud was lost')
}
