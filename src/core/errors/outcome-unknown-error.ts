import { type ErrorKind, type ErrorOrigin, guardOf, SdkError } from './sdk-error'
import type { TransportError } from './transport-error'

/**
 * The kind of the failure that made an outcome unknown; `unconfirmed` if the command was accepted, but the lock has not
 * confirmed it; `not-seen-yet` if it was accepted, but the cloud does not show its result yet.
 */
export type UnknownCause = ErrorKind | UnconfirmedCause
type UnconfirmedCause = 'unconfirmed' | 'not-seen-yet'

/** An unlocking method that a command of unknown outcome may have created. */
export interface OutcomeCandidate {
  /** Such as `fingerprint`. */
  readonly type: string
  /** The number of the method on the lock, within its kind. */
  readonly unlockSn?: number
  /** The id of the method in the cloud; absent if the list does not return it. */
  readonly id?: string
  /** The name of the method in the cloud; absent if the list does not return it. */
  readonly name?: string
  /** Absent if the cloud shows it without a user. */
  readonly userId?: string
}

/**
 * A command was sent, and nothing shows whether it executed: its answer was lost or unreadable, or it was accepted and
 * the lock did not confirm it. The bolt may have moved, the password may exist. The command was not resent. Check with
 * the action named in `check` before trying again.
 * See `docs/guide/errors.md#outcome-unknown`.
 */
export class OutcomeUnknownError extends SdkError {
  override readonly name = 'OutcomeUnknownError'
  readonly kind = 'outcome-unknown'
  /** The action whose answer shows whether the command executed. */
  readonly check: string | undefined
  /** Why the outcome is unknown: the kind of the failure that lost the answer, or what was not confirmed. */
  readonly causeKind: UnknownCause
  /**
   * Returns the PIN of a password that may exist: no list shows it. Only errors of flows that create a password have it. A
   * function, so that no log, inspector or JSON contains the PIN.
   */
  declare readonly readPassword?: () => string
  /** The new methods that an enrolment may have created; absent if none is listed, and for other commands. */
  declare readonly candidates?: readonly OutcomeCandidate[]

  constructor(
    origin: ErrorOrigin,
    failure: SdkError | UnconfirmedCause,
    check: string | undefined,
    candidates: readonly OutcomeCandidate[] = [],
  ) {
    const causeKind =
      typeof failure === 'string'
        ? failure
        : ((failure as Partial<OutcomeUnknownError>).causeKind ?? failure.kind)
    super(
      origin,
      `the command may have executed: ${happened(causeKind, (failure as Partial<TransportError>).reason)}. Check ${check === undefined ? 'the lock' : `with ${check}`} before you try again.`,
    )
    this.check = check
    this.causeKind = causeKind
    if (candidates.length > 0) this.candidates = candidates
  }
}

const happened = (causeKind: UnknownCause, reason: string | undefined): string => {
  if (causeKind === 'not-seen-yet')
    return 'it was accepted, but the cloud does not show its result yet'
  if (causeKind === 'unconfirmed') return 'it was accepted, but the lock did not confirm it'
  const what = `its answer was ${causeKind === 'response' ? 'unreadable' : 'lost'}`
  return reason === undefined ? what : `${what} (${reason})`
}

/**
 * Whether an error is an OutcomeUnknownError. See `docs/guide/errors.md#outcome-unknown`.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const check = isOutcomeUnknownError(error) ? error.check : undefined
 * ```
 */
export const isOutcomeUnknownError = /*#__PURE__*/ guardOf<OutcomeUnknownError>('outcome-unknown')

/** Adds the PIN to an error with an unknown outcome; other errors stay. Not enumerable, and not in the message. */
export const withPassword = (error: unknown, password: string): unknown =>
  isOutcomeUnknownError(error)
    ? Object.defineProperty(error, 'readPassword', { value: () => password, configurable: true })
    : error
