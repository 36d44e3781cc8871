import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'
import { type CodeMeaning, vendorCode } from './vendor-codes'
import { withoutSecrets } from './without-secrets'

export interface VendorFailure {
  readonly code: number | string
  readonly message: string
  readonly statusCode?: number | undefined
  readonly retryAfterMs?: number | undefined
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
  readonly meaning: string
  readonly class: CodeMeaning['class']
  readonly advice: string

  constructor(origin: ErrorOrigin, failure: VendorFailure) {
    const { secrets = [] } = failure
    const code =
      typeof failure.code === 'number' ? failure.code : withoutSecrets(failure.code, secrets)
    const { meaning, class: codeClass, advice } = vendorCode(origin.family, code)
    const vendorMessage = withoutSecrets(failure.message, secrets)
    const words = vendorMessage === '' ? '' : ` (${vendorMessage})`
    super(origin, `refused with ${code}, ${meaning}${words}. ${advice}`)
    this.code = code
    this.vendorMessage = vendorMessage
    this.statusCode = failure.statusCode
    this.retryAfterMs = failure.retryAfterMs
    this.meaning = meaning
    this.class = codeClass
    this.advice = advice
  }
}

export const isVendorError = /*#__PURE__*/ guardOf<VendorError>('vendor')
