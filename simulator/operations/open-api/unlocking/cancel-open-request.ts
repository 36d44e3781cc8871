import { cancelOpenRequest } from '../../../../actions/open-api/unlocking/cancel-open-request'
import { name, oneOf } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { refuseRequest } from '../../shared/refuse-request'

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
