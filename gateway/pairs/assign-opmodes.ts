import { allocateOpmode } from '../../actions/mini-program/door-lock/allocate-opmode'
import { deallocateOpmode } from '../../actions/mini-program/door-lock/deallocate-opmode'
import { assignUnlockMethods } from '../../actions/open-api/users/assign-unlock-methods'
import { unbindUnlockMethods } from '../../actions/open-api/users/unbind-unlock-methods'
import { pair } from './pair'

export const allocateOpmodePair = pair(allocateOpmode, (params, { call }) =>
  call(assignUnlockMethods, params),
)

export const deallocateOpmodePair = pair(
  deallocateOpmode,
  ({ device_id, user_id, dp_code: code, unlock_sn }, { call }) =>
    call(unbindUnlockMethods, { device_id, user_id, unlock_list: [{ code, unlock_sn }] }),
)
