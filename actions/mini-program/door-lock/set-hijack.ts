import { defineAction } from '../../../src/core/action'
import { flag } from '../../shared'
import { hijackParams } from '../shared/hijack-params'

/**
 * Makes an unlocking method raise a duress alarm.
 *
 * Document 001, lines 1640-1665: the result is known from the sample only.
 */
export const setHijack = defineAction({
  name: 'doorLock.setHijack',
  family: 'mini-program',
  safety: 'idempotent',
  locks: ['wifi', 'ble'],
  // By the document of its twin over the open API.
  reportedLocks: ['zigbee'],
  params: hijackParams,
  result: flag(),
})
