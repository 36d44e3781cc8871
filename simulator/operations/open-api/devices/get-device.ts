import { getDevice } from '../../../../actions/open-api/devices/get-device'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { routeDeviceRow } from '../shared/device-row'

export const getDeviceOperation = operation(getDevice, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => routeDeviceRow(lockFor(getDevice, world, device_id), world),
})
