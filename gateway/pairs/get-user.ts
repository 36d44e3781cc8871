import { getUser } from '../../actions/mini-program/door-lock/get-user'
import { getDeviceUser } from '../../actions/open-api/users/get-device-user'
import { getDeviceUserV11 } from '../../actions/open-api/users/get-device-user-v11'
import type { ResultOf } from '../../src/core/action'
import { isVendorError } from '../../src/core/errors/vendor-error'
import { supportsLockType } from '../../src/core/supports-lock-type'
import type { MemberRole } from '../../src/flows/members/member'
import { pair, type RouteAccess } from './pair'

type User = ResultOf<typeof getUser>
type Read = (
  user: { readonly device_id: string; readonly user_id: string },
  access: RouteAccess,
) => Promise<User>

/** Version 1.0 refuses to read administrators, so who can be read is a common member. */
const COMMON_MEMBER = 20
const NO_PERMISSION = 1106
const LOCK_TYPE_NOT_SUPPORTED = 2004

const userTypes: Readonly<Partial<Record<MemberRole, number>>> = {
  owner: 50,
  administrator: 10,
  member: COMMON_MEMBER,
}

const readV11: Read = async (named, { call }) => {
  const user = await call(getDeviceUserV11, named)
  const { user_id, avatar_url, user_contact, user_type, nick_name, lock_user_id } = user
  return { user_id, avatar_url, user_contact, user_type, nick_name, lock_user_id }
}

const readV10: Read = async (named, { call }) => {
  const { nick_name = '', contact = '' } = await call(getDeviceUser, named)
  return {
    user_id: named.user_id,
    nick_name,
    user_contact: contact,
    avatar_url: '',
    user_type: COMMON_MEMBER,
  }
}

/** For an unknown type of lock, the cloud says whether it has the newer version. */
const readUser: Read = async (named, access) => {
  const { type } = access
  if (!supportsLockType(getDeviceUserV11, type)) return readV10(named, access)
  try {
    return await readV11(named, access)
  } catch (error) {
    if (type !== 'any' || !isVendorError(error) || error.code !== LOCK_TYPE_NOT_SUPPORTED)
      throw error
    return readV10(named, access)
  }
}

/** Of the signed-in user, the gateway knows the id and the role, also where the cloud refuses to read an administrator. */
export const getUserPair = pair(
  getUser,
  async (named, access) => {
    const { role, userId } = access.membership
    const user_type = userTypes[role]
    try {
      return await readUser(named, access)
    } catch (error) {
      const isRefused =
        isVendorError(error) &&
        [NO_PERMISSION, LOCK_TYPE_NOT_SUPPORTED].includes(Number(error.code))
      if (!isRefused || named.user_id !== userId || user_type === undefined) throw error
      return { user_id: userId, user_type, nick_name: '', user_contact: '', avatar_url: '' }
    }
  },
  {
    lock_user_id: 'version 1.0 of the route, which all but access control has, does not return it',
    avatar_url: 'version 1.0 of the route does not return it',
    nick_name: 'version 1.0 of the route does not return that of an administrator',
    user_contact: 'version 1.0 of the route does not return that of an administrator',
  },
)
