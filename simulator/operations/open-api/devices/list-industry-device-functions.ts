import { listIndustryDeviceFunctions } from '../../../../actions/open-api/devices/list-industry-device-functions'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { functionsOf } from '../shared/data-point-descriptions'

export const listIndustryDeviceFunctionsOperation = operation(listIndustryDeviceFunctions, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) =>
    functionsOf(lockFor(listIndustryDeviceFunctions, world, device_id)),
})
