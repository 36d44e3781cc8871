import { lockTemppwdDel } from '../../../../actions/panel/temporary-passwords/lock-temppwd-del'
import { name } from '../../../checks/values'
import { removePassword } from '../../../world/change-password'
import { findUndeletedPassword } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** Whether the `id` or the `sn` of the list is meant is not documented. What was chosen: the `id`. */
export const lockTemppwdDelOperation = operation(lockTemppwdDel, {
  params: { devId: name, id: name },
  handle: (cloud, { devId, id }) => {
    const lock = lockFor(lockTemppwdDel, cloud.world, devId)
    removePassword(cloud, findUndeletedPassword(cloud.world, lock, id), lockTemppwdDel.name)
    return true
  },
})
