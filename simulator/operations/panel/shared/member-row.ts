import type { memberList } from '../../../../actions/panel/members/member-list'
import type { ResultOf } from '../../../../src/core/action'
import { without } from '../../../quirks/fields'
import { single } from '../../../quirks/values'
import type { Lock } from '../../../world/lock'
import type { Member } from '../../../world/member'
import type { SampledShape } from '../../operation'

/** The fields of a person in every answer. This family has no number for the owner of the home. */
export const personOf = ({ userId, avatarUrl, contact, userType, nickName }: Member) => ({
  userId,
  avatarUrl,
  userContact: contact,
  userType: userType === 50 ? 10 : userType,
  nickName,
})

/** A row of both lists of members. */
export const memberRow = (lock: Lock, member: Member): ResultOf<typeof memberList>[number] => ({
  ...personOf(member),
  unlockList: lock.opmodes.filter(({ userId }) => userId === member.userId).map(({ name }) => name),
})

/** Both samples show one member, in the place of `success`. */
export const sampledMembers: SampledShape = {
  envelope: 'swapped',
  quirks: [without('[].userType'), without('[].nickName'), single('')],
}
