import { lockTemppwdNameUpdate } from '../../../../actions/panel/temporary-passwords/lock-temppwd-name-update'
import { long, name } from '../../../checks/values'
import { changePassword } from '../../../world/change-password'
import { findUndeletedPassword } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** The table calls both optional, but a rename requires both. */
export const lockTemppwdNameUpdateOperation = operation(lockTemppwdNameUpdate, {
  params: { devId: name, pwdId: long, name },
  handle: (cloud, { devId, pwdId, name: newName }) => {
    const lock = lockFor(lockTemppwdNameUpdate, cloud.world, devId)
    const password = findUndeletedPassword(cloud.world, lock, pwdId)
    changePassword(cloud, lock, password, { name: newName }, lockTemppwdNameUpdate.name)
    return true
  },
})
