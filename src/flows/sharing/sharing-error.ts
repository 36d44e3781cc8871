import { LockError } from '../../core/errors/lock-error'
import { isVendorError } from '../../core/errors/vendor-error'

/** The `reason` of a LockError of `sharing`. */
export type SharingReason =
  /** The invitation was accepted, cancelled, has expired, or never existed. */
  | 'not-open'
  /** The cloud did not execute the command. */
  | 'not-cancelled'

/** `method` is its name within `sharing`. */
export const sharingError = (method: string, reason: SharingReason, advice: string) =>
  new LockError<SharingReason>({ action: `sharing.${method}` }, reason, advice)

/** No such data, no such record, ticket invalid: the cloud has no open invitation with this ticket. */
const noInvitationCodes: readonly unknown[] = [1000, 2323, 2405]
/** Not allowed in this state: the invitation was accepted. */
const ACCEPTED = 2324

export const hasNoInvitation = (error: unknown): boolean =>
  isVendorError(error) && noInvitationCodes.includes(error.code)

export const isNotOpen = (error: unknown): boolean =>
  hasNoInvitation(error) || (isVendorError(error) && error.code === ACCEPTED)
