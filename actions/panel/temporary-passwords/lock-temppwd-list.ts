import { defineAction } from '../../../src/core/action'
import { id, int, listOf, oneOf, record } from '../../shared'
import { deviceParams } from '../shared/device-params'
import { schedule } from '../shared/schedule'
import { temporaryPasswordFields } from '../shared/temporary-password-fields'

/**
 * Lists the temporary passwords of a lock; their digits never come back.
 *
 * Document 004, lines 505-538: `scheduleDetails` is JSON text in the table and a list in the sample; `id` is in the
 * sample only, `availTime` in the table only.
 */
export const lockTemppwdList = defineAction({
  name: 'tuya.m.device.lock.temppwd.list',
  family: 'panel',
  version: '2.0',
  safety: 'read',
  locks: ['wifi'],
  // Reported of keypads.
  reportedLocks: ['access-control'],
  params: deviceParams,
  result: listOf(
    record({
      key: {
        /** The number of the password on the lock. */
        sn: int(),
      },
      documented: {
        name: temporaryPasswordFields.name,
        /** 1 pending, 2 to be sent, 3 in use, 4 to be deleted; 5 has no meaning in the documents. */
        effective: oneOf([1, 2, 3, 4, 5]),
        phone: temporaryPasswordFields.phone,
        effectiveTime: temporaryPasswordFields.effectiveTime,
        invalidTime: temporaryPasswordFields.invalidTime,
      },
      optional: {
        /** What other operations call `pwdId`. */
        id: id('Long'),
        /** Its times are minutes of the day, those beside it seconds since 1970. */
        scheduleDetails: schedule,
        availTime: temporaryPasswordFields.availTime,
      },
    }),
  ),
})
