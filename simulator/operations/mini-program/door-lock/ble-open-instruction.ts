import { bleOpenInstruction } from '../../../../actions/mini-program/door-lock/ble-open-instruction'
import { optional } from '../../../checks/check'
import { boolean, integer, name } from '../../../checks/values'
import { makeInstruction } from '../../../world/ble'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** The documented default. */
const DEFAULT_VERSION = 3

/** What happens without `open` is not documented: here the instruction opens. */
export const bleOpenInstructionOperation = operation(bleOpenInstruction, {
  params: {
    device_id: name,
    bluetooth_sn: integer(),
    device_random: name,
    open: optional(boolean),
    bluetooth_major_version: optional(integer({ min: 1, max: 9 })),
  },
  handle: (
    cloud,
    { device_id, bluetooth_sn, device_random, open = true, bluetooth_major_version },
  ) =>
    makeInstruction(cloud, lockFor(bleOpenInstruction, cloud.world, device_id), {
      action: bleOpenInstruction.name,
      sn: bluetooth_sn,
      random: device_random,
      open,
      version: bluetooth_major_version ?? DEFAULT_VERSION,
    }),
})
