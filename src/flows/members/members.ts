import { createMutex } from '../../core/rx/mutex'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { withOwnInputs } from '../shared/own-inputs'
import { type AddedMember, addMember } from './add-member'
import { allMembers } from './all-members'
import { changeMember, setMemberRole, setMemberValidity } from './change-member'
import { getMember } from './get-member'
import { mayManage } from './may-manage'
import type { Member, MemberChanges, NewMember, NewMemberValidity, RemovedMember } from './member'
import type { AllMembersOptions } from './member-lists'
import { clearRemovedMembers, removedMembers, removeMember } from './remove-member'
import type { GivenRole } from './roles'

/**
 * The members of a lock. Each method uses the family that supports it for this lock type, and
 * fails with an UnsupportedError without one. None of them checks `mayManage`, because the vendor recommends the roles but
 * does not enforce them.
 */
export interface Members {
  /**
   * Iterates over every member once, over all pages. A page is read when it is needed. After a failure the iterator
   * continues; `break` ends it. If the list changed, by its total or by a page that does not continue the previous one, it
   * is read again. One member added and one removed between two pages are not detected.
   *
   * @example
   * ```ts
   * for await (const { name, role } of frontDoor.members.all()) `${name}: ${role}`
   * ```
   */
  readonly all: (options?: AllMembersOptions) => AsyncIterableIterator<Member>
  /**
   * Reads one member. `me` is the current user.
   *
   * @example
   * ```ts
   * const { role } = await frontDoor.members.get('me')
   * ```
   */
  readonly get: (id: string) => Promise<Member>
  /**
   * Adds a member without an account. The command is sent once, after at most three reads. If the answer is lost and the
   * list shows no new member of that name, or more than one, it fails with an OutcomeUnknownError. A panel adds one member
   * after the other; a member that another phone adds with the same name at the same moment cannot be distinguished, and
   * in a list of several pages, nor can any other member that it adds while one of that name exists.
   *
   * @example
   * ```ts
   * const { id } = await frontDoor.members.add({ name: 'Nadia', sex: 'female' })
   * ```
   */
  readonly add: (person: NewMember) => Promise<AddedMember>
  /**
   * Changes the passed fields. Fails with the LockError reason `incomplete` if a required field is missing.
   *
   * @example
   * ```ts
   * await frontDoor.members.change('1003', { name: 'Chloe B.', sex: 'female' })
   * ```
   */
  readonly change: (id: string, changes: MemberChanges) => Promise<void>
  /**
   * Removes a member. A video lock also deletes the methods of the member; other locks may keep them.
   *
   * @example
   * ```ts
   * const { id } = await frontDoor.members.add({ name: 'Guest', sex: 'male' })
   * await frontDoor.members.remove(id)
   * ```
   */
  readonly remove: (id: string) => Promise<void>
  /**
   * Lists the members who left the home and are still on a video lock.
   *
   * @example
   * ```ts
   * const porch = lock(panel, seed.locks.porch.id, { type: 'wifi-video', clock })
   * const removed = await porch.members.removed()
   * ```
   */
  readonly removed: () => Promise<readonly RemovedMember[]>
  /**
   * Makes a video lock delete these members; resolves with them.
   *
   * @example
   * ```ts
   * const porch = lock(panel, seed.locks.porch.id, { type: 'wifi-video', clock })
   * const cleared = await porch.members.clearRemoved()
   * ```
   */
  readonly clearRemoved: () => Promise<readonly RemovedMember[]>
  /**
   * Sets the validity of a member.
   *
   * @example
   * ```ts
   * const options = { type: 'access-control', clock } as const
   * const office = lock(panel, seed.locks.office.id, options)
   * await office.members.setValidity('1003', { permanent: true })
   * ```
   */
  readonly setValidity: (id: string, validity: NewMemberValidity) => Promise<void>
  /**
   * Sets the role of a member.
   *
   * @example
   * ```ts
   * const options = { type: 'access-control', clock } as const
   * const office = lock(panel, seed.locks.office.id, options)
   * await office.members.setRole('1003', 'administrator')
   * ```
   */
  readonly setRole: (id: string, role: GivenRole) => Promise<void>
  /**
   * The function `mayManage`.
   *
   * @example
   * ```ts
   * const isAllowed = frontDoor.members.mayManage({ role: 'owner' }, { role: 'member' })
   * ```
   */
  readonly mayManage: typeof mayManage
}

/**
 * The members flow of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const { name } = await members(panel, seed.locks.frontDoor.id, options).get('me')
 * ```
 */
export const members = (panel: PanelOfLock, deviceId: string, options: LockOptions): Members => {
  const lock = lockContext(panel, deviceId, options)
  // Two concurrent commands with the same name could not be distinguished after a lost answer.
  const runExclusive = lock.sharedState('added members', createMutex)
  return withOwnInputs({
    all: (listOptions) => allMembers(lock, listOptions),
    get: (id) => getMember(lock, id),
    add: (person) => runExclusive(() => addMember(lock, person)),
    change: (id, changes) => changeMember(lock, id, changes),
    remove: (id) => removeMember(lock, id),
    removed: () => removedMembers(lock),
    clearRemoved: () => clearRemovedMembers(lock),
    setValidity: (id, validity) => setMemberValidity(lock, id, validity),
    setRole: (id, role) => setMemberRole(lock, id, role),
    mayManage,
  })
}
