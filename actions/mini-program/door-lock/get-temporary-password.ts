import { defineAction } from '../../../src/core/action'
import { id, params } from '../../shared'
import { temporaryPassword } from '../shared/temporary-password'

/**
 * Reads one temporary password.
 *
 * Document 001, lines 618-703: the list of phases lacks its headings; those of `getTemporaryPasswordList` apply.
 */
export const getTemporaryPassword = defineAction({
  name: 'doorLock.getTemporaryPassword',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble', 'access-control'],
  params: params({
    required: { device_id: id(), password_id: id('Long') },
  }),
  result: temporaryPassword,
})
