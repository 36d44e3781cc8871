import { listUnlinkedUnlockMethods } from '../../../../actions/open-api/unlock-methods/list-unlinked-unlock-methods'
import { optional } from '../../../checks/check'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { typeOf, unlockTypeOrRemote } from '../shared/unlock-method-params'

export const listUnlinkedUnlockMethodsOperation = operation(listUnlinkedUnlockMethods, {
  params: { device_id: name, unlock_type: optional(unlockTypeOrRemote) },
  handle: ({ world }, { device_id, unlock_type }) => {
    const { opmodes } = lockFor(listUnlinkedUnlockMethods, world, device_id)
    const unlock_keys = opmodes
      .filter(({ userId }) => userId === undefined)
      .map(({ dpCode, unlockSn }) => ({ unlock_no: unlockSn, unlock_type: typeOf(dpCode) }))
      .filter((key) => unlock_type === undefined || key.unlock_type === unlock_type)
    return { unlock_keys }
  },
})
