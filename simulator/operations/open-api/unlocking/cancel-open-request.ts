import { cancelOpenRequest } from '../../../../actions/open-api/unlocking/cancel-open-request'
import { name, oneOf } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { refuseRequest } from '../../lock-commands/refuse-request'
import { operation } from '../../operation'

export const cancelOpenRequestOperation = operation(cancelOpenRequest, {
  params: { device_id: name, type: oneOf([1, 2]) },
  handle: (cloud, { device_id, type }) =>
    refuseRequest(
      cloud,
      cancelOpenRequest,
      lockFor(cancelOpenRequest, cloud.world, device_id),
      type,
    ),
})
