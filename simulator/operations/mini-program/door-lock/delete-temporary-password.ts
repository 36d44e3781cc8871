import { deleteTemporaryPassword } from '../../../../actions/mini-program/door-lock/delete-temporary-password'
import { optional } from '../../../checks/check'
import { boolean, name } from '../../../checks/values'
import { removePassword } from '../../../world/change-password'
import { findUndeletedPassword } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const deleteTemporaryPasswordOperation = operation(deleteTemporaryPassword, {
  params: { device_id: name, password_id: name, bluetooth_symbolic: optional(boolean) },
  handle: (cloud, { device_id, password_id }) => {
    const lock = lockFor(deleteTemporaryPassword, cloud.world, device_id)
    const password = findUndeletedPassword(cloud.world, lock, password_id)
    removePassword(cloud, password, deleteTemporaryPassword.name)
    return true
  },
})
