import type { getDeviceUser } from '../../../../actions/open-api/users/get-device-user'
import type { ResultOf } from '../../../../src/core/action'
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
