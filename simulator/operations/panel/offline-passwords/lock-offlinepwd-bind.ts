import { lockOfflinepwdBind } from '../../../../actions/panel/offline-passwords/lock-offlinepwd-bind'
import { long, name, text } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { findOfflinePassword } from '../../../world/offline-passwords'
import { operation } from '../../operation'

export const lockOfflinepwdBindOperation = operation(lockOfflinepwdBind, {
  params: { devId: name, pwdId: long, pwdName: name, mobile: text },
  handle: (cloud, { devId, pwdId, pwdName, mobile }) => {
    const lock = lockFor(lockOfflinepwdBind, cloud.world, devId)
    const password = findOfflinePassword(cloud, lock, pwdId)
    password.name = pwdName
    password.mobile = mobile
    return true
  },
})
