import { deallocateOpmode } from '../../../../actions/mini-program/door-lock/deallocate-opmode'
import { integer, name } from '../../../checks/values'
import { releaseMethods } from '../../../world/assign-methods'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const deallocateOpmodeOperation = operation(deallocateOpmode, {
  params: { device_id: name, user_id: name, dp_code: name, unlock_sn: integer() },
  handle: ({ world }, { device_id, user_id, dp_code, unlock_sn }) => {
    const lock = lockFor(deallocateOpmode, world, device_id)
    releaseMethods(world, lock, user_id, [{ dpCode: dp_code, unlockSn: unlock_sn }])
    return true
  },
})
