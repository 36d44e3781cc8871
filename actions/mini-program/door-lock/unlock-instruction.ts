import { defineAction } from '../../../src/core/action'
import { params } from '../../shared'
import { bleInstruction, bleInstructionFields } from '../shared/ble-instruction'

/**
 * Makes the instruction that opens a Bluetooth lock; `bleOpenInstruction` has replaced it.
 *
 * An instruction whose answer was lost has opened nothing: ask for a fresh random with `getIssuedConfig`, then again.
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
