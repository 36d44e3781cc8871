import { getDeviceStatus } from '../../../../actions/open-api/devices/get-device-status'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const getDeviceStatusOperation = operation(getDeviceStatus, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => lockFor(getDeviceStatus, world, device_id).status,
})
