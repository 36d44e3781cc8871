import { defineAction } from '../../../src/core/action'
import { absent, anyOf, epochMs, flag, id, int, oneOf, record, singleton, text } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Reads the newest log entry of a lock. If there is none, the answer is `exist: false` without a `logId`.
 *
 * Document 001, lines 312-368: the sample has no envelope, no `exist`, and a number as `userId`; the names are those
 * of `operateRecords` in another case.
 */
export const loglatest = defineAction({
  name: 'doorLock.loglatest',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'ble'],
  // Reported of keypads.
  reportedLocks: ['access-control'],
  params: deviceParams,
  result: anyOf(
    record({
      documented: {
        logId: id('Long'),
        logCategory: text(),
        /** Such as dev_bind. */
        logType: text(),
        userName: text(),
        unReadCount: int(),
      },
      optional: {
        exist: flag(),
        devId: id(),
        /** 1 unlocking, 2 alarm; for unlocking records. */
        recordType: oneOf([1, 2]),
        unlockNameRosettaKey: text(),
        /** Absent if several people unlocked together. */
        currentUser: flag(),
        /** For unlocking records, duress alarms and operation records. */
        userId: id(),
        unlockName: text(),
        time: epochMs(),
        relateDevName: text(),
        relateOpMode: text(),
        /** The people who unlocked together; `listRecords` has a list here. */
        unionUnlockInfo: singleton({
          optional: {
            userName: text(),
            opMode: text(),
            unlockName: text(),
            currentUser: flag(),
            sn: int(),
          },
        }),
        /** The details of an alarm or an operation, whose type in the table is Long. */
        data: id('Long'),
      },
    }),
    record({
      key: { exist: flag() },
      optional: { logId: absent('expected only with the rest of an entry') },
    }),
  ),
})
