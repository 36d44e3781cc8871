import { defineAction } from '../../../src/core/action'
import { id, int, params, record, text } from '../../shared'
import { userType } from '../shared/user-type'

/**
 * Reads one user of a lock.
 *
 * Document 001, lines 2167-2197: the avatar is a URL in the table and a relative path in the sample.
 */
export const getUser = defineAction({
  name: 'doorLock.getUser',
  family: 'mini-program',
  safety: 'read',
  locks: ['any'],
  params: params({
    required: {
      device_id: id(),
      /** 0 is the current user. */
      user_id: id(),
    },
  }),
  result: record({
    key: {
      user_id: id(),
    },
    documented: {
      /** The number of the user on the lock. */
      lock_user_id: int(),
      avatar_url: text(),
      user_type: userType,
      nick_name: text(),
      user_contact: text(),
    },
  }),
})
