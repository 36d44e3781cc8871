import type { getDeviceUser } from '../../../../actions/open-api/users/get-device-user'
import type { ResultOf } from '../../../../src/core/action'
import { type CheckedBy, type Checks, optional } from '../../../checks/check'
import { integer, name } from '../../../checks/values'
import type { Lock } from '../../../world/lock'
import type { DeviceUser } from '../../../world/lock-users'
import type { Member } from '../../../world/member'

/** A user in version 1.0. A user with an account has no personal fields on the lock. */
export const deviceUserRow = (
  lock: Lock,
  member: Member & Partial<DeviceUser>,
): ResultOf<typeof getDeviceUser> => {
  const { sex = '', birthday = '', height = 0, weight = 0 } = member
  return {
    device_id: lock.id,
    nick_name: member.nickName,
    contact: member.contact,
    ...(sex !== '' && { sex: Number(sex) }),
    ...(birthday !== '' && { birthday: Number(birthday) }),
    ...(height > 0 && { height }),
    ...(weight > 0 && { weight }),
  }
}

/** The owner of the home and administrators. */
export const isAdministrator = ({ userType }: Member): boolean => userType === 50 || userType === 10

/** The fields of a user without an account. */
export const personParams = {
  nick_name: name,
  /** 1 male, 2 female. */
  sex: integer({ min: 1, max: 2 }),
  birthday: optional(integer()),
  height: optional(integer()),
  weight: optional(integer()),
} satisfies Checks

/** The same fields as in the world; an absent field stays unchanged. */
export const personOf = ({
  nick_name,
  sex,
  birthday,
  height,
  weight,
}: CheckedBy<typeof personParams>) => ({
  nickName: nick_name,
  sex: String(sex),
  ...(birthday !== undefined && { birthday: String(birthday) }),
  ...(height !== undefined && { height }),
  ...(weight !== undefined && { weight }),
})
