import { sendIndustryDeviceCommands } from '../../../../actions/open-api/devices/send-industry-device-commands'
import { listOf } from '../../../checks/composite-values'
import { anything, name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { sendCommands } from '../../lock-commands/send-commands'
import { operation } from '../../operation'

export const sendIndustryDeviceCommandsOperation = operation(sendIndustryDeviceCommands, {
  params: { device_id: name, commands: listOf({ code: name, value: anything }) },
  handle: (cloud, { device_id, commands }) =>
    sendCommands(
      cloud,
      sendIndustryDeviceCommands,
      lockFor(sendIndustryDeviceCommands, cloud.world, device_id),
      commands,
    ),
})
