import { getIndustryDeviceSpecification } from '../../../../actions/open-api/devices/get-industry-device-specification'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { specificationsOf } from '../shared/data-point-descriptions'

export const getIndustryDeviceSpecificationOperation = operation(getIndustryDeviceSpecification, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) =>
    specificationsOf(lockFor(getIndustryDeviceSpecification, world, device_id)),
})
