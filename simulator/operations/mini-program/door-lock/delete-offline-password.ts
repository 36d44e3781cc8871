import { deleteOfflinePassword } from '../../../../actions/mini-program/door-lock/delete-offline-password'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { findOfflinePassword, randomCode, setClearingCode } from '../../../world/offline-passwords'
import { operation } from '../../operation'

/**
 * The document has no section on this operation. What was chosen: the cloud sends nothing about an offline password to
 * the lock, so for a valid one it returns the clearing code that has to be typed there. For an expired one it returns `true`.
 */
export const deleteOfflinePasswordOperation = operation(deleteOfflinePassword, {
  params: { device_id: name, password_id: name },
  handle: (cloud, { device_id, password_id }) => {
    const lock = lockFor(deleteOfflinePassword, cloud.world, device_id)
    const password = findOfflinePassword(cloud, lock, password_id)
    password.revoked = true
    cloud.record({
      deviceId: lock.id,
      command: 'revoke-offline-password',
      action: deleteOfflinePassword.name,
      reached: 'cloud',
      detail: { passwordId: password.id },
    })
    if (password.invalidTime * 1000 <= cloud.now()) return true
    const code = randomCode(cloud)
    setClearingCode(cloud, password, code)
    return code
  },
})
