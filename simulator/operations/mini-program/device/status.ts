import { deviceStatus } from '../../../../actions/mini-program/device/status'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const deviceStatusOperation = operation(deviceStatus, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => lockFor(deviceStatus, world, device_id).status,
})
