import { assignUnlockMethods } from '../../../../actions/open-api/users/assign-unlock-methods'
import { listOf } from '../../../checks/composite-values'
import { integer, name } from '../../../checks/values'
import { assignMethods } from '../../../world/assign-methods'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const assignUnlockMethodsOperation = operation(assignUnlockMethods, {
  params: {
    device_id: name,
    user_id: name,
    unlock_list: listOf({ dp_code: name, unlock_sn: integer() }),
  },
  handle: ({ world }, { device_id, user_id, unlock_list }) => {
    assignMethods(
      world,
      lockFor(assignUnlockMethods, world, device_id),
      user_id,
      unlock_list.map(({ dp_code, unlock_sn }) => ({ dpCode: dp_code, unlockSn: unlock_sn })),
    )
    return true
  },
})
