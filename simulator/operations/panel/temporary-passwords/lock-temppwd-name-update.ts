import { lockTemppwdNameUpdate } from '../../../../actions/panel/temporary-passwords/lock-temppwd-name-update'
import { long, name } from '../../../checks/values'
import { changePassword } from '../../../world/change-password'
import { findLivingPassword } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** The table calls both optional; without either there is nothing to rename. */
export const lockTemppwdNameUpdateOperation = operation(lockTemppwdNameUpdate, {
  params: { devId: name, pwdId: long, name },
  handle: (cloud, { devId, pwdId, name: wanted }) => {
    const lock = lockFor(lockTemppwdNameUpdate, cloud.world, devId)
    const password = findLivingPassword(cloud.world, lock, pwdId)
    changePassword(cloud, lock, password, { name: wanted }, lockTemppwdNameUpdate.name)
    return true
  },
})
