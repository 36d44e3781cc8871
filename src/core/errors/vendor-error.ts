import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'
import { type CodeMeaning, vendorCode } from './vendor-codes'
import { withoutSecrets } from './without-secrets'

export interface VendorFailure {
  readonly code: number | string
  readonly message: string
  readonly statusCode?: number | undefined
  readonly retryAfterMs?: number | undefined
  /** The native container's own code; equal to `code` where the container itself refused. */
  readonly containerCode?: number | undefined
  /** From the table of whoever refused, where it was not the cloud. */
  readonly meaning?: CodeMeaning | undefined
  /** Values that the cloud may quote and that must not be repeated. */
  readonly secrets?: readonly string[]
}

/** The cloud understood the request and said no. */
export class VendorError extends SdkError {
  override readonly name = 'VendorError'
  readonly kind = 'vendor'
  /** A number wherever the cloud means one. Codes of two families never mix. */
  readonly code: number | string
  /** The cloud's own words, without the secrets of the request. */
  readonly vendorMessage: string
  readonly statusCode: number | undefined
  readonly retryAfterMs: number | undefined
  /** Where a native host carried the call: what its container said, beside the cloud's `code`. */
  readonly containerCode: number | undefined
  readonly meaning: string
  readonly class: CodeMeaning['class']
  readonly advice: string

  constructor(origin: ErrorOrigin, failure: VendorFailure) {
    const { secrets = [] } = failure
    const code =
      typeof failure.code === 'number' ? failure.code : withoutSecrets(failure.code, secrets)
    const { meaning, class: codeClass, advice } = failure.meaning ?? vendorCode(origin.family, code)
    const vendorMessage = withoutSecrets(failure.message, secrets)
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

export const isVendorError = /*#__PURE__*/ guardOf<VendorError>('vendor')
