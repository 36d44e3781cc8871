import { listDeviceFunctions } from '../../../../actions/open-api/devices/list-device-functions'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { functionsOf } from '../shared/data-point-descriptions'

export const listDeviceFunctionsOperation = operation(listDeviceFunctions, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => functionsOf(lockFor(listDeviceFunctions, world, device_id)),
})
