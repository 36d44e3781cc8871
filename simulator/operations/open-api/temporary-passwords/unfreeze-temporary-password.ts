import { unfreezeTemporaryPassword } from '../../../../actions/open-api/temporary-passwords/unfreeze-temporary-password'
import { findUndeletedPassword } from '../../../world/find-password'
import { unfreezePassword } from '../../../world/freeze-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { passwordPath } from '../shared/temporary-password'

export const unfreezeTemporaryPasswordOperation = operation(unfreezeTemporaryPassword, {
  params: passwordPath,
  handle: (cloud, { device_id, password_id }) => {
    const lock = lockFor(unfreezeTemporaryPassword, cloud.world, device_id)
    unfreezePassword(
      cloud,
      findUndeletedPassword(cloud.world, lock, password_id),
      unfreezeTemporaryPassword.name,
    )
    return true
  },
})
