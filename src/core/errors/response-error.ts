import { type Issue, sentenceOf } from './issue'
import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/** The cloud's answer breaks the contract. See `docs/guide/errors.md#response`. */
export class ResponseError extends SdkError {
  override readonly name = 'ResponseError'
  readonly kind = 'response'

  constructor(
    origin: ErrorOrigin,
    /** Each deviation of the answer: its path, and what was expected. Never its value. */
    readonly issues: readonly Issue[],
  ) {
    super(origin, `the answer breaks the contract. ${sentenceOf(issues)}`)
  }
}

/**
 * Whether an error is a ResponseError. See `docs/guide/errors.md#response`.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const issues = isResponseError(error) ? error.issues : undefined
 * ```
 */
export const isResponseError = /*#__PURE__*/ guardOf<ResponseError>('response')
