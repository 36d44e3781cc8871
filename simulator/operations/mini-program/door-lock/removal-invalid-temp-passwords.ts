import { removalInvalidTempPasswords } from '../../../../actions/mini-program/door-lock/removal-invalid-temp-passwords'
import { name } from '../../../checks/values'
import { isListedAsValid } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** Removes the expired, deleted and failed passwords; also succeeds without any. */
export const removalInvalidTempPasswordsOperation = operation(removalInvalidTempPasswords, {
  params: { device_id: name },
  handle: ({ world, now }, { device_id }) => {
    const { id } = lockFor(removalInvalidTempPasswords, world, device_id)
    const kept = world.temporaryPasswords.filter(
      (password) => password.lockId !== id || isListedAsValid(password, now()),
    )
    world.temporaryPasswords.splice(0, Number.POSITIVE_INFINITY, ...kept)
    return true
  },
})
