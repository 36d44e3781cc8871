import { defineAction } from '../../../src/core/action'
import { flag, id, text } from '../../shared'
import { panelParams } from '../shared/panel-params'

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
  // Reported of keypads.
  reportedLocks: ['access-control'],
  params: panelParams({
    optional: {
      /** The `id` of `temppwd.list`. */
      pwdId: id('Integer'),
      name: text(),
    },
  }),
  result: flag(),
})
