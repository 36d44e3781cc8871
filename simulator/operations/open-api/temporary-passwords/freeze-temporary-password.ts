import { freezeTemporaryPassword } from '../../../../actions/open-api/temporary-passwords/freeze-temporary-password'
import { findUndeletedPassword } from '../../../world/find-password'
import { freezePassword } from '../../../world/freeze-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { passwordPath } from '../shared/temporary-password'

export const freezeTemporaryPasswordOperation = operation(freezeTemporaryPassword, {
  params: passwordPath,
  handle: (cloud, { device_id, password_id }) => {
    const lock = lockFor(freezeTemporaryPassword, cloud.world, device_id)
    freezePassword(
      cloud,
      findUndeletedPassword(cloud.world, lock, password_id),
      freezeTemporaryPassword.name,
    )
    return true
  },
})
