import { listLinkedUnlockMethods } from '../../../../actions/open-api/unlock-methods/list-linked-unlock-methods'
import { optional } from '../../../checks/check'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'
import { checkUserKind, typeOf, unlockType, userKind } from '../shared/unlock-method-params'

export const listLinkedUnlockMethodsOperation = operation(listLinkedUnlockMethods, {
  params: {
    device_id: name,
    user_type: userKind,
    user_id: name,
    unlock_type: optional(unlockType),
  },
  handle: ({ world }, { device_id, user_type, user_id, unlock_type }) => {
    const lock = lockFor(listLinkedUnlockMethods, world, device_id)
    checkUserKind(lock, user_type)
    findMember(world, lock, user_id)
    const unlock_keys = lock.opmodes
      .filter(({ userId }) => userId === user_id)
      .map(({ dpCode, unlockSn, hijack }) => ({
        unlock_no: unlockSn,
        unlock_type: typeOf(dpCode),
        hijack,
      }))
      .filter((key) => unlock_type === undefined || key.unlock_type === unlock_type)
    return { unlock_keys }
  },
})
