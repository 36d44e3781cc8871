import { defineAction } from '../../../src/core/action'
import { csv, flag, id, params } from '../../shared'

/**
 * Has the lock delete what it knows of several users.
 *
 * Document 000, lines 473-518. No `removes`: "no such user" may refer to one of them, while the others still have
 * their methods on the lock.
 */
export const deleteUsers = defineAction({
  name: 'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['wifi-video'],
  params: params({ required: { device_id: id(), user_ids: csv({ min: 1 }) } }),
  result: flag(),
})
