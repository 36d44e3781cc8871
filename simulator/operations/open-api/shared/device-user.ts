import type { getDeviceUser } from '../../../../actions/open-api/users/get-device-user'
import type { ResultOf } from '../../../../src/core/action'
import type { Lock } from '../../../world/lock'
import type { DeviceUser } from '../../../world/lock-users'
import type { Member } from '../../../world/member'

/** A user as version 1.0 describes one. Of who has an account the lock knows no more than the name. */
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
