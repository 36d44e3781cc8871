import { propsSave } from '../../../../actions/panel/locks/props-save'
import { optional } from '../../../checks/check'
import { jsonText, objectOf } from '../../../checks/composite-values'
import { boolean, name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const propsSaveOperation = operation(propsSave, {
  params: {
    devId: name,
    propKvs: jsonText(
      objectOf({ isRemoteOpen: optional(boolean), UNLOCK_PHONE_REMOTE: optional(boolean) }),
    ),
  },
  handle: ({ world }, { devId, propKvs }) => {
    const { remoteUnlock } = lockFor(propsSave, world, devId)
    remoteUnlock.remoteUnlockWithoutPwd =
      propKvs.isRemoteOpen ?? propKvs.UNLOCK_PHONE_REMOTE ?? remoteUnlock.remoteUnlockWithoutPwd
    return true
  },
})
