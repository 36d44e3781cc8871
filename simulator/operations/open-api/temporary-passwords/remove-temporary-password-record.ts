import { removeTemporaryPasswordRecord } from '../../../../actions/open-api/temporary-passwords/remove-temporary-password-record'
import { refuse } from '../../../refusal'
import { findPassword, passwordIsValid } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { passwordPath } from '../shared/temporary-password'

/** Only of a password that is not valid. */
export const removeTemporaryPasswordRecordOperation = operation(removeTemporaryPasswordRecord, {
  params: passwordPath,
  handle: ({ world, now }, { device_id, password_id }) => {
    const lock = lockFor(removeTemporaryPasswordRecord, world, device_id)
    const password = findPassword(world, lock, password_id)
    if (passwordIsValid(password, now())) refuse('status does not allow it')
    world.temporaryPasswords.splice(world.temporaryPasswords.indexOf(password), 1)
    return true
  },
})
