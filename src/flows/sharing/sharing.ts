import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { cancel } from './cancel'
import { type Acceptance, confirm } from './confirm'
import { create, type InvitationWanted } from './create'
import type { Invitation } from './invitation'
import type { SharedPermission } from './permission'
import { type Verification, verify } from './verify'

/**
 * Lets somebody else open a lock: one invites, the other accepts within five minutes. Of the mini-program, for Wi-Fi and
 * Bluetooth locks; UnsupportedError elsewhere.
 */
export interface Sharing {
  /**
   * Invites. Nothing lists invitations: where the answer is lost (OutcomeUnknownError) the ticket is lost with it, so the
   * invitation can reach nobody by way of the panel, and it ends by itself. Two calls make two.
   */
  readonly create: (wanted: InvitationWanted) => Promise<Invitation>
  /** Asks the cloud whether an invitation is still open, and for how long. An invitation itself fits. */
  readonly verify: (invitation: Pick<Invitation, 'ticket'>) => Promise<Verification>
  /**
   * Accepts. Fails with a LockError `not-open` where it was accepted already, cancelled, or is over; with an
   * OutcomeUnknownError where it may have been accepted just now.
   */
  readonly confirm: (acceptance: Acceptance) => Promise<SharedPermission>
  /** Takes an invitation back. Fails with a LockError `not-open` where it was accepted, or cancelled before. */
  readonly cancel: (invitation: Pick<Invitation, 'id' | 'ticket'>) => Promise<void>
}

export const sharing = (panel: PanelOfLock, deviceId: string, options: LockOptions): Sharing => {
  const context = lockContext(panel, deviceId, options)
  const accepting = new Map<string, Promise<SharedPermission>>()
  /** A second tap while the first one is under way is the same acceptance. */
  const confirmOnce = (acceptance: Acceptance): Promise<SharedPermission> => {
    const running = accepting.get(acceptance.ticket)
    if (running !== undefined) return running
    const accepted = confirm(context, acceptance)
    const release = () => accepting.delete(acceptance.ticket)
    accepting.set(acceptance.ticket, accepted)
    accepted.then(release, release)
    return accepted
  }
  return {
    create: (wanted) => create(context, wanted),
    verify: ({ ticket }) => verify(context, ticket),
    confirm: confirmOnce,
    cancel: (invitation) => cancel(context, invitation),
  }
}
