import { refuse } from '../refusal'
import type { Lock, LockUser } from './lock'
import { peopleOf } from './lock-users'
import type { Member } from './member'
import type { World } from './world'

/** A person together with their number on a lock. */
export interface LockMember {
  readonly member: Member
  readonly lockUser: LockUser
}

export const membersOf = (world: World, lock: Lock): readonly LockMember[] =>
  lock.users.flatMap((lockUser) => {
    const member = peopleOf(world).find(({ userId }) => userId === lockUser.userId)
    return member === undefined ? [] : [{ member, lockUser }]
  })

/** The user of a lock; refused if the lock does not have this user. */
export const findMember = (world: World, lock: Lock, userId: string): LockMember =>
  membersOf(world, lock).find(({ member }) => member.userId === userId) ?? refuse('user not exist')
