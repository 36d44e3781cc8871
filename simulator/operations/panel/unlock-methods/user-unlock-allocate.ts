import { userUnlockAllocate } from '../../../../actions/panel/unlock-methods/user-unlock-allocate'
import { refuse } from '../../../refusal'
import { findMember } from '../../../world/find-member'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import {
  areAssignableTo,
  assignTo,
  methodsOfUserParams,
  namedMethods,
} from '../shared/methods-of-user'

/** All of them or none. A method of another user has to be unassigned first. */
export const userUnlockAllocateOperation = operation(userUnlockAllocate, {
  params: methodsOfUserParams,
  handle: ({ world }, params) => {
    const lock = lockFor(userUnlockAllocate, world, params.devId)
    findMember(world, lock, params.userId)
    const methods = namedMethods(lock, params)
    if (!areAssignableTo(methods, params.userId))
      return refuse('status does not allow it', 'unlockId')
    assignTo(methods, params.userId)
    return true
  },
})
