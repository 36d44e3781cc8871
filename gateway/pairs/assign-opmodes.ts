import { allocateOpmode } from '../../actions/mini-program/door-lock/allocate-opmode'
import { deallocateOpmode } from '../../actions/mini-program/door-lock/deallocate-opmode'
import { assignUnlockMethod } from '../../actions/open-api/users/assign-unlock-method'
import { assignUnlockMethods } from '../../actions/open-api/users/assign-unlock-methods'
import { unbindUnlockMethods } from '../../actions/open-api/users/unbind-unlock-methods'
import { supportsLockType } from '../../src/core/supports-lock-type'
import { pair } from './pair'

/** The route for Wi-Fi and Zigbee locks assigns one method; a failed call can be repeated, because nothing is assigned twice. */
export const allocateOpmodePair = pair(allocateOpmode, async (params, { call, type }) => {
  if (supportsLockType(assignUnlockMethods, type)) return call(assignUnlockMethods, params)
  const { device_id, user_id, unlock_list } = params
  for (const { dp_code, unlock_sn } of unlock_list) {
    const method = { type: dp_code.replace(/^unlock_/, ''), no: String(unlock_sn) }
    if (!(await call(assignUnlockMethod, { device_id, user_id, ...method }))) return false
  }
  return true
})

export const deallocateOpmodePair = pair(
  deallocateOpmode,
  ({ device_id, user_id, dp_code: code, unlock_sn }, { call }) =>
    call(unbindUnlockMethods, { device_id, user_id, unlock_list: [{ code, unlock_sn }] }),
)
