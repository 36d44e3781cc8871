import { defineAction } from '../../../src/core/action'
import { flag } from '../../shared'
import { methodsOfUserParams } from '../shared/methods-of-user'

/**
 * Assigns unlocking methods of a record to a user; how that differs from `user.unlock.allocate` is not
 * documented.
 *
 * Document 004, lines 380-403: `unlockId` in the table, a list of `unlockIds` in the sample.
 */
export const userUnlockBind = defineAction({
  name: 'tuya.m.device.user.unlock.bind',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  locks: ['wifi'],
  params: methodsOfUserParams,
  /** False: nothing was given, although the call succeeded. */
  result: flag(),
})
