import { type Issue, sentenceOf } from './issue'
import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/** The parameters break the contract, or an option is invalid; nothing was sent. See `docs/guide/errors.md#params`. */
export class ParamsError extends SdkError {
  override readonly name = 'ParamsError'
  readonly kind = 'params'

  constructor(
    origin: ErrorOrigin,
    /** Each invalid parameter: its path, and what was expected. Never its value. */
    readonly issues: readonly Issue[],
  ) {
    super(origin, `invalid parameters, nothing was sent. ${sentenceOf(issues)}`)
  }
}

/**
 * Whether an error is a ParamsError. See `docs/guide/errors.md#params`.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const issues = isParamsError(error) ? error.issues : undefined
 * ```
 */
export const isParamsError = /*#__PURE__*/ guardOf<ParamsError>('params')
