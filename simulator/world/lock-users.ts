import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import type { Lock, LockUser } from './lock'
import type { Member } from './member'
import { releaseAllOf } from './unlock-methods'
import type { World } from './world'

/** A user without an account: there is no member with their `uid`. Their number is in `users` of the lock. */
export interface DeviceUser extends Member {
  /** The id of the only lock that knows the user. */
  readonly lockId: string
  /** Digits, as entered; may be empty. */
  sex: string
  /** As entered; may be empty. */
  birthday: string
  /** Centimetres. */
  height: number
  /** Grams; 0 if not entered. */
  weight: number
}

/** All possible users of a lock, with or without an account. */
export const peopleOf = ({ members, deviceUsers }: World): readonly Member[] => [
  ...members,
  ...deviceUsers,
]

export const unusedUserId = (world: World): string =>
  String(1 + Math.max(0, ...peopleOf(world).map(({ userId }) => Number(userId) || 0)))

/** Assigns a person a number on a lock; an existing number stays. */
export const addLockUser = (lock: Lock, userId: string): LockUser => {
  const known = lock.users.find((user) => user.userId === userId)
  if (known !== undefined) return known
  const numbers = [...lock.users, ...lock.absentUsers].map(({ lockUserId }) => lockUserId)
  const added = { userId, lockUserId: 1 + Math.max(0, ...numbers) }
  lock.users.push(added)
  return added
}

/** Makes a person without an account a user of a lock. */
export const addDeviceUser = (
  cloud: Cloud,
  lock: Lock,
  person: Pick<DeviceUser, 'nickName' | 'sex'> &
    Partial<Pick<DeviceUser, 'avatarUrl' | 'contact' | 'birthday' | 'height' | 'weight'>>,
  action: string,
): DeviceUser => {
  const userId = unusedUserId(cloud.world)
  const user: DeviceUser = {
    avatarUrl: '',
    contact: '',
    birthday: '',
    height: 0,
    weight: 0,
    ...person,
    userId,
    lockId: lock.id,
    uid: `no-account-${userId}`,
    userType: 20,
    backHomeNotify: false,
  }
  cloud.world.deviceUsers.push(user)
  addLockUser(lock, userId)
  cloud.record({
    deviceId: lock.id,
    command: 'add-user',
    action,
    reached: 'cloud',
    detail: { userId, nickName: user.nickName },
  })
  return user
}

/**
 * Removes a user from a lock and unassigns their methods; a user without an account is deleted. A video lock keeps the
 * number and the methods until a command deletes them.
 */
export const removeLockUser = ({ world }: Cloud, lock: Lock, user: LockUser): void => {
  const { userId } = user
  if (lock.type === 'wifi-video') {
    const userType = peopleOf(world).find((person) => person.userId === userId)?.userType ?? 20
    lock.absentUsers.push({ ...user, userType })
  } else releaseAllOf(lock, userId)
  removeById(lock.users, userId)
  removeById(world.deviceUsers, userId)
}

/** Deletes the number and the methods of a person on a lock, also of a person who is no longer in the home. */
export const purgeLockUser = (cloud: Cloud, lock: Lock, userId: string, action: string): void => {
  removeById(lock.users, userId)
  removeById(lock.absentUsers, userId)
  removeById(cloud.world.deviceUsers, userId)
  for (const opmode of lock.opmodes.filter((one) => one.userId === userId))
    lock.opmodes.splice(lock.opmodes.indexOf(opmode), 1)
  cloud.record({
    deviceId: lock.id,
    command: 'delete-user',
    action,
    reached: 'lock',
    detail: { userId },
  })
}

const removeById = (users: { readonly userId: string }[], userId: string): void => {
  const index = users.findIndex((user) => user.userId === userId)
  if (index >= 0) users.splice(index, 1)
}

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
