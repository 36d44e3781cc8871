import { defineAction } from '../../../src/core/action'
import { id, listOf, params, record } from '../../shared'
import { lockUserFields } from '../shared/lock-user'

/**
 * Lists the users who left the home and are still on the lock; `deleteUsers` removes them.
 *
 * Document 000, lines 409-471: the table calls the result a Boolean, the sample is a bare list.
 */
export const listRemovedUsers = defineAction({
  name: 'GET /v1.0/devices/{device_id}/door-lock/absent-users',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi-video'],
  params: params({ required: { device_id: id() } }),
  result: listOf(
    record({
      key: {
        user_id: lockUserFields.user_id,
      },
      documented: {
        user_type: lockUserFields.user_type,
        lock_user_id: lockUserFields.lock_user_id,
      },
    }),
  ),
})
