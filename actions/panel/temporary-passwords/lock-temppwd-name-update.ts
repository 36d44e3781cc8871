import { defineAction } from '../../../src/core/action'
import { flag, id, params, text } from '../../shared'

/**
 * Renames a temporary password.
 *
 * Document 004, lines 587-609: the table calls both the password and the name optional.
 */
export const lockTemppwdNameUpdate = defineAction({
  name: 'tuya.m.device.lock.temppwd.name.update',
  family: 'panel',
  version: '2.0',
  safety: 'idempotent',
  locks: ['wifi'],
  params: params({
    required: { devId: id() },
    optional: {
      /** The `id` of `temppwd.list`. */
      pwdId: id('Integer'),
      name: text(),
    },
  }),
  result: flag(),
})
