import { selectChannel } from '../shared/channel'
import { expectDone, expectId, expectParam, failWith } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { CHANGE, memberChannels, OLD_GET, ROLE, SCHEDULE } from './channels'
import type { MemberChanges, MemberFailure, NewMemberValidity } from './member'
import { sexNumbers } from './member'
import { readAdded } from './read-added'
import { type GivenRole, roleNames } from './roles'
import { scheduleOf } from './validity'

const changing = { action: 'members.change' }
const settingRole = { action: 'members.setRole' }
const settingValidity = { action: 'members.setValidity' }

/** The route requires the name and the sex; a missing one is read first. */
export const changeMember = async (
  lock: LockContext,
  id: string,
  changes: MemberChanges,
): Promise<void> => {
  const { name, sex, birthday, heightCm, weightGrams } = changes
  expectId(id, changing)
  expectParam(name === undefined || name.trim() !== '', changing, 'name', 'expected a name')
  const member = selectChannel(lock, changing.action, memberChannels.changedMembers, {
    [CHANGE]: { device_id: lock.deviceId, user_id: id },
  })
  const known =
    name === undefined || sex === undefined
      ? await readAdded(lock, changing, id, (options) => lock.call(OLD_GET, member, options))
      : undefined
  const nick_name = name ?? known?.nick_name
  const sexNumber = sex === undefined ? known?.sex : sexNumbers[sex]
  if (nick_name === undefined || sexNumber === undefined)
    return failWith<MemberFailure>(changing, 'incomplete', 'Pass the name and the sex.')
  const answer = await lock.call(CHANGE, {
    ...member,
    nick_name,
    sex: sexNumber,
    ...(birthday !== undefined && { birthday }),
    ...(heightCm !== undefined && { height: heightCm }),
    ...(weightGrams !== undefined && { weight: weightGrams }),
  })
  expectDone(changing, answer)
}

/** The answer has only the success flag. */
export const setMemberRole = async (
  lock: LockContext,
  id: string,
  role: GivenRole,
): Promise<void> => {
  expectId(id, settingRole)
  expectParam(
    role === 'administrator' || role === 'member',
    settingRole,
    'role',
    'expected administrator or member',
  )
  const member = selectChannel(lock, settingRole.action, memberChannels.memberRoles, {
    [ROLE]: { device_id: lock.deviceId, user_id: id },
  })
  await lock.call(ROLE, { ...member, role: roleNames[role] })
}

export const setMemberValidity = async (
  lock: LockContext,
  id: string,
  validity: NewMemberValidity,
): Promise<void> => {
  expectId(id, settingValidity)
  const schedule = scheduleOf(validity, settingValidity)
  const member = selectChannel(lock, settingValidity.action, memberChannels.memberValidity, {
    [SCHEDULE]: { device_id: lock.deviceId, user_id: id },
  })
  expectDone(settingValidity, await lock.call(SCHEDULE, { ...member, schedule }))
}
