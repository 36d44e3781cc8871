import { listTemporaryPasswords } from '../../../../actions/open-api/temporary-passwords/list-temporary-passwords'
import { optional } from '../../../checks/check'
import { name, urlBoolean } from '../../../checks/values'
import { passwordIsValid } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { routePasswordRow } from '../shared/temporary-password'

/** All passwords without `valid`. */
export const listTemporaryPasswordsOperation = operation(listTemporaryPasswords, {
  params: { device_id: name, valid: optional(urlBoolean) },
  handle: ({ world, now }, { device_id, valid }) => {
    const lock = lockFor(listTemporaryPasswords, world, device_id)
    return world.temporaryPasswords
      .filter((password) => password.lockId === lock.id)
      .filter((password) => valid === undefined || passwordIsValid(password, now()) === valid)
      .map((password) => routePasswordRow(password, lock))
  },
})
