import { type Issue, sentenceOf } from './issue'
import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/** The parameters do not fit the contract; nothing was sent. */
export class ParamsError extends SdkError {
  override readonly name = 'ParamsError'
  readonly kind = 'params'

  constructor(
    origin: ErrorOrigin,
    readonly issues: readonly Issue[],
  ) {
    super(origin, `the parameters do not fit, nothing was sent. ${sentenceOf(issues)}`)
  }
}

export const isParamsError = /*#__PURE__*/ guardOf<ParamsError>('params')
