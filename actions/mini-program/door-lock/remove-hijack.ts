import { defineAction } from '../../../src/core/action'
import { flag } from '../../shared'
import { hijackParams } from '../shared/hijack-params'

/**
 * Removes the duress alarm from an unlocking method.
 *
 * Document 001, lines 1666-1691: the table says `unlock_no` and fingerprint, the sample `unlock_sn` and
 * unlock_fingerprint; the result is known from the sample only.
 */
export const removeHijack = defineAction({
  name: 'doorLock.removeHijack',
  family: 'mini-program',
  safety: 'idempotent',
  // No such data, no such record: the method raises no alarm.
  removes: { notFound: [1000, 2323], result: true },
  locks: ['wifi', 'ble'],
  // By the document of its twin over the open API.
  reportedLocks: ['zigbee'],
  params: hijackParams,
  result: flag(),
})
