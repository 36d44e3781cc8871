import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/** No such action, no transport that speaks its family, or no lock of this type has it; nothing was sent. */
export class UnsupportedError extends SdkError {
  override readonly name = 'UnsupportedError'
  readonly kind = 'unsupported'

  constructor(origin: ErrorOrigin, reason: string) {
    super(origin, `${reason} Nothing was sent.`)
  }
}

export const isUnsupportedError = /*#__PURE__*/ guardOf<UnsupportedError>('unsupported')
