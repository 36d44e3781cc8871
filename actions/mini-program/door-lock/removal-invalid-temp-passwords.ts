import { defineAction } from '../../../src/core/action'
import { flag } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Deletes all temporary passwords that are no longer valid.
 *
 * Document 001, lines 1123-1163, calls it still in development and leaves it out of the table of actions.
 */
export const removalInvalidTempPasswords = defineAction({
  name: 'doorLock.removalInvalidTempPasswords',
  family: 'mini-program',
  safety: 'idempotent',
  // No such data, no such record: nothing is left to delete. The codes that speak of one password do not fit.
  removes: { notFound: [1000, 2323], result: true },
  locks: ['wifi', 'zigbee', 'ble'],
  // Reported of keypads.
  reportedLocks: ['access-control'],
  params: deviceParams,
  result: flag(),
})
