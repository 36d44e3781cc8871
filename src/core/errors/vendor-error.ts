import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'
import { type CodeMeaning, vendorCode } from './vendor-codes'
import { withoutSecrets } from './without-secrets'

export interface VendorFailure {
  readonly code: number | string
  readonly message: string
  readonly statusCode?: number | undefined
  readonly retryAfterMs?: number | undefined
  /** The native container's own code; equal to `code` if the container itself refused. */
  readonly containerCode?: number | undefined
  /** The meaning of `code`, if a host refused and not the cloud. */
  readonly meaning?: CodeMeaning | undefined
  /** Secret values that the cloud may quote; they are removed from the message. */
  readonly secrets?: readonly string[]
}

/** The cloud refused the request. See `docs/guide/errors.md#vendor`. */
export class VendorError extends SdkError {
  override readonly name = 'VendorError'
  readonly kind = 'vendor'
  /** A number if the cloud's code is numeric. Codes of two families have different meanings. */
  readonly code: number | string
  /** The cloud's own message, without the secrets of the request. */
  readonly vendorMessage: string
  readonly statusCode: number | undefined
  readonly retryAfterMs: number | undefined
  /** The code of the native container beside the cloud's `code`, if a native host carried the call. */
  readonly containerCode: number | undefined
  readonly meaning: string
  readonly class: CodeMeaning['class']
  readonly advice: string

  constructor(origin: ErrorOrigin, failure: VendorFailure) {
    const { secrets = [] } = failure
    const code =
      typeof failure.code === 'number' ? failure.code : withoutSecrets(failure.code, secrets)
    const vendorMessage = withoutSecrets(failure.message, secrets)
    const {
      meaning,
      class: codeClass,
      advice,
    } = failure.meaning ?? vendorCode(origin.family, code, vendorMessage)
    const words = vendorMessage === '' ? '' : ` (${vendorMessage})`
    super(origin, `refused with ${code}, ${meaning}${words}. ${advice}`)
    this.code = code
    this.vendorMessage = vendorMessage
    this.statusCode = failure.statusCode
    this.retryAfterMs = failure.retryAfterMs
    this.containerCode = failure.containerCode
    this.meaning = meaning
    this.class = codeClass
    this.advice = advice
  }
}

/**
 * Whether an error is a VendorError. See `docs/guide/errors.md#vendor`.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const code = isVendorError(error) ? error.code : undefined
 * ```
 */
export const isVendorError = /*#__PURE__*/ guardOf<VendorError>('vendor')
