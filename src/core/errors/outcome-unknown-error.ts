import { type ErrorKind, type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/**
 * The order left and its answer was lost or unreadable: the door may have moved, the password may exist.
 * It was not sent again. Look with the action named in `check` before trying again.
 */
export class OutcomeUnknownError extends SdkError {
  override readonly name = 'OutcomeUnknownError'
  readonly kind = 'outcome-unknown'
  /** The action whose answer shows what became of the order. */
  readonly check: string | undefined
  /** The kind of failure that left the outcome open. */
  readonly causeKind: ErrorKind

  constructor(origin: ErrorOrigin, because: SdkError, check: string | undefined) {
    const look = check === undefined ? 'Look at the lock' : `Look with ${check}`
    super(
      origin,
      `the order may have been carried out: its answer was ${because.kind === 'response' ? 'unreadable' : 'lost'}, so it was not sent again. ${look} before you try again.`,
    )
    this.check = check
    this.causeKind = because.kind
  }
}

export const isOutcomeUnknownError = /*#__PURE__*/ guardOf<OutcomeUnknownError>('outcome-unknown')
