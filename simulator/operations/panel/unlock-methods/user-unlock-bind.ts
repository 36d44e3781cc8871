import { userUnlockBind } from '../../../../actions/panel/unlock-methods/user-unlock-bind'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'
import {
  areAssignableTo,
  assignTo,
  methodsOfUserParams,
  namedMethods,
} from '../shared/unlock-methods'

/** Answers false, and assigns none, if one of them is assigned to another user. */
export const userUnlockBindOperation = operation(userUnlockBind, {
  params: methodsOfUserParams,
  handle: ({ world }, params) => {
    const lock = lockFor(userUnlockBind, world, params.devId)
    findMember(world, lock, params.userId)
    const methods = namedMethods(lock, params)
    const isAssignable = areAssignableTo(methods, params.userId)
    if (isAssignable) assignTo(methods, params.userId)
    return isAssignable
  },
})
