import { createMutex } from '../../core/rx/mutex'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { perLock } from '../shared/per-lock'
import { type AddedMember, addMember } from './add-member'
import { allMembers } from './all-members'
import { assignMethods, unassignMethods } from './assign-methods'
import { changeMember, setMemberRole, setMemberValidity } from './change-member'
import { getMember } from './get-member'
import { mayManage } from './may-manage'
import type { Member, MemberChanges, MemberValidity, NewMember, RemovedMember } from './member'
import type { AllMembersOptions } from './member-lists'
import type { MethodRef, UnlockMethod } from './method'
import { methodsOf, unassignedMethods } from './read-methods'
import { clearRemovedMembers, removedMembers, removeMember } from './remove-member'
import type { GivenRole } from './roles'

/**
 * Who may use a lock, and with which methods. Every method takes whichever of the panel's families has it for this type
 * of lock, and fails with an UnsupportedError where none has. None of them asks `mayManage`: the vendor recommends the
 * roles and does not enforce them.
 */
export interface Members {
  /**
   * Every member once, over all pages: `for await (const member of members.all())`. A page is asked for when it is
   * needed. After a failure the iterator goes on from there; a `break` ends it. Where the list is seen to move, by its
   * total or by a page that does not follow the one before, it is read once more for those who slid past. One added and
   * one removed between two pages leave the total as it is: nobody sees that.
   */
  readonly all: (options?: AllMembersOptions) => AsyncIterableIterator<Member>
  /** `me` is whoever holds the panel; panel APIs do not know who that is. */
  readonly get: (id: string) => Promise<Member>
  /**
   * Adds somebody without an account; once, whatever happens. Where the answer is lost and nobody new of that name is
   * found, or more than one, it fails with an OutcomeUnknownError. Orders over one panel go out one after the other;
   * another phone that adds somebody of that name in that very moment cannot be told apart, if ours never arrived.
   */
  readonly add: (person: NewMember) => Promise<AddedMember>
  /** Fails with a LockError `incomplete` where the cloud does not know what the changes leave out and it needs. */
  readonly change: (id: string, changes: MemberChanges) => Promise<void>
  /** From a video lock over open-api routes with all that the lock has of the member; else the methods may stay on it. */
  readonly remove: (id: string) => Promise<void>
  /** Who is gone from the home and still stands on a video lock. */
  readonly removed: () => Promise<readonly RemovedMember[]>
  /** Has the lock delete all those, and tells who they were. */
  readonly clearRemoved: () => Promise<readonly RemovedMember[]>
  readonly setValidity: (id: string, validity: MemberValidity) => Promise<void>
  readonly setRole: (id: string, role: GivenRole) => Promise<void>
  /** The methods of a member. */
  readonly methods: (id: string) => Promise<readonly UnlockMethod[]>
  /** The methods that the lock has stored and nobody has. */
  readonly unassigned: () => Promise<readonly UnlockMethod[]>
  /** Gives methods to a member. Where the cloud takes one at a time, those before a failure are given. */
  readonly assign: (id: string, methods: readonly MethodRef[]) => Promise<void>
  /** Takes methods from a member; they stay on the lock. Panel APIs take them from whoever has them. */
  readonly unassign: (id: string, methods: readonly MethodRef[]) => Promise<void>
  readonly mayManage: typeof mayManage
}

/** Two of one name at a time could each be taken for the other. */
const turnsToAdd = /*#__PURE__*/ perLock(createMutex)

export const members = (panel: PanelOfLock, deviceId: string, options: LockOptions): Members => {
  const lock = lockContext(panel, deviceId, options)
  const addInTurn = turnsToAdd(panel, deviceId)
  return {
    all: (wanted) => allMembers(lock, wanted),
    get: (id) => getMember(lock, id),
    add: (person) => addInTurn(() => addMember(lock, person)),
    change: (id, changes) => changeMember(lock, id, changes),
    remove: (id) => removeMember(lock, id),
    removed: () => removedMembers(lock),
    clearRemoved: () => clearRemovedMembers(lock),
    setValidity: (id, validity) => setMemberValidity(lock, id, validity),
    setRole: (id, role) => setMemberRole(lock, id, role),
    methods: (id) => methodsOf(lock, id),
    unassigned: () => unassignedMethods(lock),
    assign: (id, methods) => assignMethods(lock, id, methods),
    unassign: (id, methods) => unassignMethods(lock, id, methods),
    mayManage,
  }
}
