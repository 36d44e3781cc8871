import { defineAction } from '../../../src/core/action'
import { csv, flag, id, int, params, record, text } from '../../shared'

/**
 * Fetches the command that makes a lock report its unlocking methods; at most once in five seconds.
 *
 * Document 001, lines 2016-2056: the table wraps the answer in the envelope, the sample does not.
 */
export const getSyncableOpmodeTypes = defineAction({
  name: 'doorLock.getSyncableOpmodeTypes',
  family: 'mini-program',
  safety: 'sync',
  sync: { device: 'device_id', codes: 'target_standard_dp_codes', distributed: 'distributed' },
  locks: ['ble'],
  params: params({
    required: {
      device_id: id(),
      target_standard_dp_codes: csv(),
    },
  }),
  result: record({
    key: {
      /** The command may be sent to the lock. */
      distributed: flag(),
      /** The command, hexadecimal. */
      ins: text(),
    },
    documented: {
      dp_id: int(),
    },
  }),
})
