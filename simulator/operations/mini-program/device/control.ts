import { deviceControl } from '../../../../actions/mini-program/device/control'
import { listOf } from '../../../checks/composite-values'
import { anything, name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { sendCommands } from '../../lock-commands/send-commands'
import { operation } from '../../operation'

export const deviceControlOperation = operation(deviceControl, {
  params: { device_id: name, commands: listOf({ code: name, value: anything }) },
  handle: (cloud, { device_id, commands }) =>
    sendCommands(cloud, deviceControl, lockFor(deviceControl, cloud.world, device_id), commands),
})
