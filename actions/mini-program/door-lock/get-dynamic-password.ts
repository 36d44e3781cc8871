import { defineAction } from '../../../src/core/action'
import { record, secret, text } from '../../shared'
import { deviceParams } from '../shared/device-params'

/** Fetches a dynamic password, which opens the lock for a short time. Document 001, lines 528-567. */
export const getDynamicPassword = defineAction({
  name: 'doorLock.getDynamicPassword',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  // The vendor names no lock types for the twin over the open API.
  reportedLocks: ['access-control'],
  params: deviceParams,
  result: record({
    key: { dynamic_password: secret(text()) },
  }),
})
