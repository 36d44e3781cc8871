import { userUnlockAllocate } from '../../../../actions/panel/unlock-methods/user-unlock-allocate'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'
import {
  areAssignableTo,
  assignTo,
  methodsOfUserParams,
  namedMethods,
} from '../shared/unlock-methods'

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
