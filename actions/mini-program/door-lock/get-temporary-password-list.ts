import { defineAction } from '../../../src/core/action'
import { flag, id, listOf, params } from '../../shared'
import { temporaryPassword } from '../shared/temporary-password'

/**
 * Lists the valid or the invalid temporary passwords.
 *
 * Document 001, lines 704-779: the identifier is `id` in the table and `password_id` in the sample, the result is
 * an Object in the table and a list in the sample; the sample request lacks `valid`, which the table requires.
 */
export const getTemporaryPasswordList = defineAction({
  name: 'doorLock.getTemporaryPasswordList',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble', 'access-control'],
  params: params({
    required: { device_id: id(), valid: flag() },
  }),
  result: listOf(temporaryPassword),
})
