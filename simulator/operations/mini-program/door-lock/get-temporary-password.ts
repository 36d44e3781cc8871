import { getTemporaryPassword } from '../../../../actions/mini-program/door-lock/get-temporary-password'
import { long, name } from '../../../checks/values'
import { findPassword } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { passwordRow } from '../shared/temporary-password'

/** A deleted password can be read, with its phase, until the invalid ones are removed. */
export const getTemporaryPasswordOperation = operation(getTemporaryPassword, {
  params: { device_id: name, password_id: long },
  handle: ({ world }, { device_id, password_id }) => {
    const lock = lockFor(getTemporaryPassword, world, device_id)
    return passwordRow(findPassword(world, lock, password_id), lock)
  },
})
