import { cancelPasswordFreeOpen } from '../../../../actions/mini-program/door-lock/cancel-password-free-open'
import { name, oneOf } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { refuseRequest } from '../../lock-commands/refuse-request'
import { operation } from '../../operation'

export const cancelPasswordFreeOpenOperation = operation(cancelPasswordFreeOpen, {
  params: { device_id: name, type: oneOf([1, 2]) },
  handle: (cloud, { device_id, type }) => {
    const lock = lockFor(cancelPasswordFreeOpen, cloud.world, device_id)
    return refuseRequest(cloud, cancelPasswordFreeOpen, lock, type)
  },
})
