import { allocateOpmode } from '../../../../actions/mini-program/door-lock/allocate-opmode'
import { listOf } from '../../../checks/objects'
import { integer, name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { findMember } from '../../../world/find-member'
import { findMethod } from '../../../world/find-method'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** All of the list or nothing. A method of somebody else has to be taken from them first. */
export const allocateOpmodeOperation = operation(allocateOpmode, {
  params: {
    device_id: name,
    user_id: name,
    unlock_list: listOf({ dp_code: name, unlock_sn: integer() }),
  },
  handle: ({ world }, { device_id, user_id, unlock_list }) => {
    const lock = lockFor(allocateOpmode, world, device_id)
    findMember(world, lock, user_id)
    if (unlock_list.length === 0) return refuse('param is empty', 'unlock_list')
    const opmodes = unlock_list.map(({ dp_code, unlock_sn }) =>
      findMethod(lock, { dpCode: dp_code, unlockSn: unlock_sn }),
    )
    if (opmodes.some(({ userId = user_id }) => userId !== user_id))
      return refuse('status does not allow it', 'unlock_list')
    for (const opmode of opmodes) {
      opmode.userId = user_id
      opmode.everAllocated = true
    }
    return true
  },
})
