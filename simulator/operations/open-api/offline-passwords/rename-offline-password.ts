import { renameOfflinePassword } from '../../../../actions/open-api/offline-passwords/rename-offline-password'
import { long, name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { findOfflinePassword } from '../../../world/offline-passwords'
import { operation } from '../../operation'

export const renameOfflinePasswordOperation = operation(renameOfflinePassword, {
  params: { device_id: name, password_id: long, passwordName: name },
  handle: (cloud, { device_id, password_id, passwordName }) => {
    const lock = lockFor(renameOfflinePassword, cloud.world, device_id)
    findOfflinePassword(cloud, lock, password_id).name = passwordName
    return true
  },
})
