import { defineAction } from '../../../src/core/action'
import { flag, int, record, secret, text } from '../../shared'
import { deviceParams } from '../shared/device-params'

const issuedFields = {
  /** The command may be sent to the lock. */
  distributed: flag(),
  dp_id: int(),
  /** Hexadecimal. Contains the lock's random number, which an unlock instruction needs. */
  ins: secret(text()),
  /** Hexadecimal. Contains the random number too. */
  wake_up_ins: secret(text()),
  /** Hexadecimal: the number of the user on the lock. */
  dev_unlock_id: text(),
}

/**
 * Fetches the data that a Bluetooth lock needs before an unlock, and to report its offline records.
 *
 * Document 001, lines 1878-1942: `distribute` in the table, `distributed` in the sample; `dp_id` and `dpId` both occur;
 * `wake_up_ins` is an Object in the table and text in the sample, where `lock_record.ins` repeats it.
 */
export const getIssuedConfig = defineAction({
  name: 'doorLock.getIssuedConfig',
  family: 'mini-program',
  safety: 'read',
  locks: ['ble'],
  params: deviceParams,
  result: record({
    key: {
      lock_random: record({
        key: {
          ins: issuedFields.ins,
          wake_up_ins: issuedFields.wake_up_ins,
          dev_unlock_id: issuedFields.dev_unlock_id,
        },
        documented: {
          distributed: issuedFields.distributed,
          dp_id: issuedFields.dp_id,
        },
        aliases: { distributed: ['distribute'], dp_id: ['dpId'] },
      }),
    },
    documented: {
      lock_record: record({
        key: {
          ins: issuedFields.ins,
        },
        documented: {
          distributed: issuedFields.distributed,
          dp_id: issuedFields.dp_id,
        },
        optional: {
          wake_up_ins: issuedFields.wake_up_ins,
          dev_unlock_id: issuedFields.dev_unlock_id,
        },
        aliases: { distributed: ['distribute'], dp_id: ['dpId'] },
      }),
    },
  }),
})
