import { isSdkError, type SdkError } from '../errors/sdk-error'
import { describeThrown } from '../errors/thrown'
import { TransportError } from '../errors/transport-error'
import { type Call, deliveryOf, originOf } from './call'

/** A TransportError; `not-sent` if the failure came before the request was sent. */
export const lost = (call: Call, reason: string): SdkError =>
  new TransportError(originOf(call), { delivery: deliveryOf(call.progress), reason })

/** A third-party error may quote a body or a header, so only its class and its place are kept. */
export const asSdkError = (error: unknown, call: Call, source: string): SdkError =>
  isSdkError(error) ? error : lost(call, `${source} failed with ${describeThrown(error)}`)
