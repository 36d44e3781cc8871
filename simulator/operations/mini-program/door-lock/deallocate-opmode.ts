import { deallocateOpmode } from '../../../../actions/mini-program/door-lock/deallocate-opmode'
import { integer, name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { findMember } from '../../../world/find-member'
import { findMethod } from '../../../world/find-method'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** A method that is not this user's is no record of theirs. */
export const deallocateOpmodeOperation = operation(deallocateOpmode, {
  params: { device_id: name, user_id: name, dp_code: name, unlock_sn: integer() },
  handle: ({ world }, { device_id, user_id, dp_code, unlock_sn }) => {
    const lock = lockFor(deallocateOpmode, world, device_id)
    findMember(world, lock, user_id)
    const opmode = findMethod(lock, { dpCode: dp_code, unlockSn: unlock_sn })
    if (opmode.userId !== user_id) return refuse('no such record', dp_code)
    delete opmode.userId
    return true
  },
})
