import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'
import { type CodeMeaning, vendorCode } from './vendor-codes'
import { withoutSecrets } from './without-secrets'

/** What the cloud answered when it refused a request. */
export interface VendorFailure {
  /** The cloud's code, a number if it is numeric. */
  readonly code: number | string
  /** The cloud's own message. */
  readonly message: string
  /** The HTTP status of the answer, if there is one. */
  readonly statusCode?: number | undefined
  /** How long the cloud asks to wait, in milliseconds. */
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
  /** The HTTP status of the answer. */
  readonly statusCode: number | undefined
  /** How long the cloud asks to wait. */
  readonly retryAfterMs: number | undefined
  /** The code of the native container beside the cloud's `code`, if a native host carried the call. */
  readonly containerCode: number | undefined
  /** What the code means by the lists of the vendor; for developers. */
  readonly meaning: string
  /** Decides whether the call is retried. */
  readonly class: CodeMeaning['class']
  /** What a developer can do about it. */
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
    super(origin, `refused with ${code}, ${explanationOf(code, meaning, vendorMessage)}. ${advice}`)
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

/** The meaning and the cloud's own words, or one of them if it contains all that the other one says. */
const explanationOf = (code: number | string, meaning: string, vendorMessage: string): string => {
  const theirs = wordsOf(vendorMessage)
  const ours = wordsOf(meaning)
  const known = [...ours, ...wordsOf(String(code))]
  if (theirs.every((word) => known.includes(word))) return meaning
  return ours.every((word) => theirs.includes(word))
    ? vendorMessage.replace(/[\s.]+$/, '')
    : `${meaning} (${vendorMessage})`
}

const fillers = ['', 'a', 'an', 'are', 'is', 'the', 'this', 'was']

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s.,:;!?()[\]"'_-]+/)
    .filter((word) => !fillers.includes(word))

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
