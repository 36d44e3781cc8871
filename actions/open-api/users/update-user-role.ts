import { defineAction } from '../../../src/core/action'
import { id, noResult, params } from '../../shared'
import { role } from '../shared/role'

/**
 * Makes a user an administrator or a common user.
 *
 * Document 000, lines 591-643: neither the table nor the sample has a result, only the success flag.
 */
export const updateUserRole = defineAction({
  name: 'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/actions/role',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['access-control'],
  params: params({ required: { device_id: id(), user_id: id(), role } }),
  result: noResult(),
})
