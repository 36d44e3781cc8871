import { getUser } from '../../actions/mini-program/door-lock/get-user'
import { getDeviceUser } from '../../actions/open-api/users/get-device-user'
import { getDeviceUserV11 } from '../../actions/open-api/users/get-device-user-v11'
import type { LockType } from '../../src/core/action'
import { supportsLockType } from '../../src/core/supports-lock-type'
import { pair } from './pair'

/** Version 1.0 refuses to read administrators, so who can be read is a common member. */
const COMMON_MEMBER = 20

const hasVersion11 = (type: LockType): boolean => supportsLockType(getDeviceUserV11, type)

export const getUserPair = pair(
  getUser,
  async ({ device_id, user_id }, { call, type }) => {
    if (hasVersion11(type)) {
      const user = await call(getDeviceUserV11, { device_id, user_id })
      const { avatar_url, user_contact, user_type, nick_name, lock_user_id } = user
      return { user_id: user.user_id, avatar_url, user_contact, user_type, nick_name, lock_user_id }
    }
    const { nick_name = '', contact = '' } = await call(getDeviceUser, { device_id, user_id })
    return {
      user_id,
      nick_name,
      user_contact: contact,
      avatar_url: '',
      user_type: COMMON_MEMBER,
    }
  },
  {
    lock_user_id: 'version 1.0 of the route, which all but access control has, does not return it',
    avatar_url: 'version 1.0 of the route does not return it',
  },
)
