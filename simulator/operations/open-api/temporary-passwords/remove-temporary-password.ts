import { removeTemporaryPassword } from '../../../../actions/open-api/temporary-passwords/remove-temporary-password'
import { refuse } from '../../../refusal'
import { removePassword } from '../../../world/change-password'
import { findUndeletedPassword } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { passwordPath } from '../shared/temporary-password'

/** An expired password is refused: only its record can be removed. */
export const removeTemporaryPasswordOperation = operation(removeTemporaryPassword, {
  params: passwordPath,
  handle: (cloud, { device_id, password_id }) => {
    const lock = lockFor(removeTemporaryPassword, cloud.world, device_id)
    const password = findUndeletedPassword(cloud.world, lock, password_id)
    if (password.invalidTime * 1000 <= cloud.now()) refuse('password has expired')
    removePassword(cloud, password, removeTemporaryPassword.name)
    return true
  },
})
