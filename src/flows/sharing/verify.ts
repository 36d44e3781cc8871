import type { LockContext } from '../shared/lock-context'
import { isGone } from './gone'
import { type Invitation, invitationOf } from './invitation'

/** What the cloud makes of a ticket. */
export type Verification =
  | ({ readonly state: 'open' } & Invitation)
  /** Its time is over. */
  | { readonly state: 'expired' }
  /** Accepted by somebody, cancelled, or never there: the cloud does not say which. */
  | { readonly state: 'gone' }

export const verify = async (
  { call, clock }: LockContext,
  sharing_ticket: string,
): Promise<Verification> => {
  try {
    const answer = await call('doorLock.verifyPermissionSharing', { sharing_ticket })
    if (answer.expire_time <= 0) return { state: 'expired' }
    return { state: 'open', ...invitationOf(answer, clock) }
  } catch (error) {
    if (isGone(error)) return { state: 'gone' }
    throw error
  }
}
