import { unlockInstruction } from '../../../../actions/mini-program/door-lock/unlock-instruction'
import { integer, name } from '../../../checks/values'
import { makeInstruction } from '../../../world/ble'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** The older operation supports one version of the protocol, and only unlocks. */
export const unlockInstructionOperation = operation(unlockInstruction, {
  params: { device_id: name, bluetooth_sn: integer(), device_random: name },
  handle: (cloud, { device_id, bluetooth_sn, device_random }) =>
    makeInstruction(cloud, lockFor(unlockInstruction, cloud.world, device_id), {
      action: unlockInstruction.name,
      sn: bluetooth_sn,
      random: device_random,
      open: true,
      version: 3,
    }),
})
