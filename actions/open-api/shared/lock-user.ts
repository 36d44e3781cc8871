import { flag, id, int, oneOf, text } from '../../shared'
import { userType } from './user-type'

/** The fields that three operations of document 000 return for a user; used field by field, because they differ in some fields. */
export const lockUserFields = {
  user_id: id(),
  uid: id(),
  avatar_url: text(),
  user_contact: text(),
  user_type: userType,
  nick_name: text(),
  /** The number of the user on the lock. */
  lock_user_id: int(),
  back_home_notify_attr: flag('Integer'),
  /** 1 valid, 0 not; `doorLock.listUsers` knows 2, valid later. */
  effective_flag: oneOf([1, 0]),
}
