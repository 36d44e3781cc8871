import { getIndustryDeviceStatus } from '../../../../actions/open-api/devices/get-industry-device-status'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const getIndustryDeviceStatusOperation = operation(getIndustryDeviceStatus, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => lockFor(getIndustryDeviceStatus, world, device_id).status,
})
