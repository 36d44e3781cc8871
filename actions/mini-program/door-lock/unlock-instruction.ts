import { defineAction } from '../../../src/core/action'
import { params } from '../../shared'
import { bleInstruction, bleInstructionFields } from '../shared/ble-instruction'

/**
 * Creates the instruction that unlocks a Bluetooth lock; replaced by `bleOpenInstruction`.
 *
 * An instruction whose answer was lost has not moved the bolt: fetch a new random with `getIssuedConfig`, then retry.
 *
 * Document 001, lines 1692-1743: the sample of the instruction is the ticket of another sample.
 */
export const unlockInstruction = defineAction({
  name: 'doorLock.unlockInstruction',
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
  }),
  result: bleInstruction,
})
