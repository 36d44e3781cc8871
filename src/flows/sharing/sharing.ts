import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { withOwnInputs } from '../shared/own-inputs'
import { cancel } from './cancel'
import { type Acceptance, confirm } from './confirm'
import { create, type InvitationInput } from './create'
import type { Invitation } from './invitation'
import type { SharedPermission } from './permission'
import { type Verification, verify } from './verify'

/**
 * Shares a lock: one person invites, another accepts within five minutes. Mini-program actions for Wi-Fi and Bluetooth
 * locks; UnsupportedError for other locks and panels.
 */
export interface Sharing {
  /**
   * Creates an invitation. No operation lists invitations: if the answer is lost (OutcomeUnknownError), the ticket is lost
   * too, and the invitation expires unused. Two calls create two invitations.
   *
   * @example
   * ```ts
   * const sharer = seed.members.owner.uid
   * const { id, ticket } = await frontDoor.sharing.create({ sharer, kind: 'ble', times: 1 })
   * ```
   */
  readonly create: (input: InvitationInput) => Promise<Invitation>
  /**
   * Reads whether an invitation is still open, and for how long. Accepts an invitation as its parameter.
   *
   * @example
   * ```ts
   * const sharer = seed.members.owner.uid
   * const invitation = await frontDoor.sharing.create({ sharer, kind: 'ble', times: 1 })
   * const { state } = await frontDoor.sharing.verify(invitation) // 'open'
   * ```
   */
  readonly verify: (invitation: Pick<Invitation, 'ticket'>) => Promise<Verification>
  /**
   * Accepts an invitation. Fails with the LockError reason `not-open` if it was accepted, cancelled, or has expired; with an
   * OutcomeUnknownError if the command may have executed.
   *
   * @example
   * ```ts
   * const sharer = seed.members.owner.uid
   * const { id, ticket } = await frontDoor.sharing.create({ sharer, kind: 'ble', times: 1 })
   * const { state } = await frontDoor.sharing.confirm({ id, ticket, receiver: 'ay0000000000000guest' })
   * ```
   */
  readonly confirm: (acceptance: Acceptance) => Promise<SharedPermission>
  /**
   * Cancels an invitation. Fails with the LockError reason `not-open` if it was accepted or cancelled before.
   *
   * @example
   * ```ts
   * const sharer = seed.members.owner.uid
   * await frontDoor.sharing.cancel(await frontDoor.sharing.create({ sharer, kind: 'ble', times: 1 }))
   * ```
   */
  readonly cancel: (invitation: Pick<Invitation, 'id' | 'ticket'>) => Promise<void>
}

/**
 * The sharing flow of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const { create, verify } = sharing(panel, seed.locks.frontDoor.id, options)
 * ```
 */
export const sharing = (panel: PanelOfLock, deviceId: string, options: LockOptions): Sharing => {
  const context = lockContext(panel, deviceId, options)
  const accepting = new Map<string, Promise<SharedPermission>>()
  /** A second call while the first one is in progress returns the same promise. */
  const confirmOnce = (acceptance: Acceptance): Promise<SharedPermission> => {
    const running = accepting.get(acceptance.ticket)
    if (running !== undefined) return running
    const accepted = confirm(context, acceptance)
    const release = () => accepting.delete(acceptance.ticket)
    accepting.set(acceptance.ticket, accepted)
    accepted.then(release, release)
    return accepted
  }
  return withOwnInputs({
    create: (input) => create(context, input),
    verify: ({ ticket }) => verify(context, ticket),
    confirm: confirmOnce,
    cancel: (invitation) => cancel(context, invitation),
  })
}
