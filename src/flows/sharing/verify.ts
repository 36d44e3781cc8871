import type { LockContext } from '../shared/lock-context'
import { readCreated, writesOf } from '../shared/read-back'
import { type Invitation, invitationOf } from './invitation'
import { hasNoInvitation } from './sharing-error'

/** The state of an invitation. */
export type Verification =
  | ({ readonly state: 'open' } & Invitation)
  | { readonly state: 'expired' }
  /** Accepted, cancelled, or never created; the cloud does not distinguish these. */
  | { readonly state: 'not-open' }

const origin = { action: 'sharing.verify' }

/** The key of an invitation that this panel has just created; see `writesOf`. */
export const invitationKey = (ticket: string) => `invitation ${ticket}`

export const verify = async (
  context: LockContext,
  sharing_ticket: string,
): Promise<Verification> => {
  const key = invitationKey(sharing_ticket)
  try {
    const answer = await readCreated(context, origin, {
      key,
      read: (options) =>
        context.call('doorLock.verifyPermissionSharing', { sharing_ticket }, options),
      isMissing: hasNoInvitation,
      // The cloud does not distinguish an invitation that it does not show yet from an accepted one.
      notSeen: (error) => {
        throw error
      },
    })
    writesOf(context).forget(key)
    if (answer.expire_time !== undefined && answer.expire_time <= 0) return { state: 'expired' }
    return { state: 'open', ...invitationOf(answer, context) }
  } catch (error) {
    if (hasNoInvitation(error)) return { state: 'not-open' }
    throw error
  }
}
