import { assignUnlockMethod } from '../../../../actions/open-api/users/assign-unlock-method'
import { name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { assignMethods } from '../../../world/assign-methods'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { dpCodeOf, unlockType } from '../shared/unlock-method-params'

/** The number of the method is text here. */
export const assignUnlockMethodOperation = operation(assignUnlockMethod, {
  params: { device_id: name, user_id: name, no: name, type: unlockType },
  handle: ({ world }, { device_id, user_id, no, type }) => {
    if (!/^\d+$/.test(no)) return refuse('param is illegal', 'no')
    assignMethods(world, lockFor(assignUnlockMethod, world, device_id), user_id, [
      { dpCode: dpCodeOf(type), unlockSn: Number(no) },
    ])
    return true
  },
})
