import { type Issue, sentenceOf } from './issue'
import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/** The cloud answered, and the answer breaks the contract. */
export class ResponseError extends SdkError {
  override readonly name = 'ResponseError'
  readonly kind = 'response'

  constructor(
    origin: ErrorOrigin,
    readonly issues: readonly Issue[],
  ) {
    super(origin, `the answer breaks the contract. ${sentenceOf(issues)}`)
  }
}

export const isResponseError = /*#__PURE__*/ guardOf<ResponseError>('response')
