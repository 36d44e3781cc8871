import { getDeviceSpecifications } from '../../../../actions/open-api/devices/get-device-specifications'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { specificationsOf } from '../shared/data-point-descriptions'

export const getDeviceSpecificationsOperation = operation(getDeviceSpecifications, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) =>
    specificationsOf(lockFor(getDeviceSpecifications, world, device_id)),
})
