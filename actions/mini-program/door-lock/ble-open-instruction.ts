import { defineAction } from '../../../src/core/action'
import { flag, oneOf, params } from '../../shared'
import { bleInstruction, bleInstructionFields } from '../shared/ble-instruction'

/**
 * Creates the hexadecimal instruction that unlocks or locks a Bluetooth lock.
 *
 * An instruction whose answer was lost has not moved the bolt: fetch a new random with `getIssuedConfig`, then retry.
 *
 * Document 001, lines 1744-1801: the random has 32 digits in the sample and 16 in that of `getIssuedConfig`; the lock
 * type is that of the action which it replaces.
 */
export const bleOpenInstruction = defineAction({
  name: 'doorLock.bleOpenInstruction',
  family: 'mini-program',
  safety: 'once',
  check: 'doorLock.getIssuedConfig',
  locks: ['ble'],
  params: params({
    required: {
      device_id: bleInstructionFields.device_id,
      bluetooth_sn: bleInstructionFields.bluetooth_sn,
      device_random: bleInstructionFields.device_random,
    },
    optional: {
      /** True unlocks, false locks. The default is not documented. */
      open: flag(),
      /** The version of the lock's Bluetooth protocol; default 3. */
      bluetooth_major_version: oneOf([3, 4]),
    },
  }),
  result: bleInstruction,
})
