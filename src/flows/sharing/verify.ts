import type { LockContext } from '../shared/lock-context'
import { type Invitation, invitationOf } from './invitation'
import { hasNoInvitation } from './sharing-error'

/** The state of an invitation. */
export type Verification =
  | ({ readonly state: 'open' } & Invitation)
  | { readonly state: 'expired' }
  /** Accepted, cancelled, or never created; the cloud does not distinguish these. */
  | { readonly state: 'not-open' }

export const verify = async (
  context: LockContext,
  sharing_ticket: string,
): Promise<Verification> => {
  try {
    const answer = await context.call('doorLock.verifyPermissionSharing', { sharing_ticket })
    if (answer.expire_time !== undefined && answer.expire_time <= 0) return { state: 'expired' }
    return { state: 'open', ...invitationOf(answer, context) }
  } catch (error) {
    if (hasNoInvitation(error)) return { state: 'not-open' }
    throw error
  }
}
