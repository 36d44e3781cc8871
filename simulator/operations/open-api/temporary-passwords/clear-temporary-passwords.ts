import { clearTemporaryPasswords } from '../../../../actions/open-api/temporary-passwords/clear-temporary-passwords'
import { name } from '../../../checks/values'
import { removePassword } from '../../../world/change-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** Deletes the valid passwords too. */
export const clearTemporaryPasswordsOperation = operation(clearTemporaryPasswords, {
  params: { device_id: name },
  handle: (cloud, { device_id }) => {
    const lock = lockFor(clearTemporaryPasswords, cloud.world, device_id)
    for (const password of cloud.world.temporaryPasswords)
      if (password.lockId === lock.id && password.state !== 'deleted')
        removePassword(cloud, password, clearTemporaryPasswords.name)
    return true
  },
})
