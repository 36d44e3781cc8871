import { defineAction } from '../../../src/core/action'
import { int, listOf, record, text } from '../../shared'
import { deviceParams } from '../shared/device-params'

/** Lists the data points for unlocking a lock. Document 001, lines 369-400: a bare list. */
export const getAvailableInstructions = defineAction({
  name: 'doorLock.getAvailableInstructions',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'ble'],
  // Reported of keypads: the records need it.
  reportedLocks: ['access-control'],
  params: deviceParams,
  result: listOf(
    record({
      key: { dp_id: int(), dp_code: text() },
    }),
  ),
})
