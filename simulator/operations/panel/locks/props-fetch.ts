import { propsFetch } from '../../../../actions/panel/locks/props-fetch'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** Both names are the one switch of remote unlocking; other properties are left out. */
export const propsFetchOperation = operation(propsFetch, {
  params: { devId: name, props: name },
  handle: ({ world }, { devId, props }) => {
    const lock = lockFor(propsFetch, world, devId)
    const names = props.split(',')
    const open = lock.remoteUnlock.remoteUnlockWithoutPwd
    return {
      ...(names.includes('isRemoteOpen') && { isRemoteOpen: open }),
      ...(names.includes('UNLOCK_PHONE_REMOTE') && { UNLOCK_PHONE_REMOTE: open }),
    }
  },
})
