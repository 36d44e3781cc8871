import { readTemporaryPassword } from '../../../../actions/open-api/temporary-passwords/read-temporary-password'
import { findPassword } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { passwordPath, routePasswordRow } from '../shared/temporary-password'

export const readTemporaryPasswordOperation = operation(readTemporaryPassword, {
  params: passwordPath,
  handle: ({ world }, { device_id, password_id }) => {
    const lock = lockFor(readTemporaryPassword, world, device_id)
    return routePasswordRow(findPassword(world, lock, password_id), lock)
  },
})
