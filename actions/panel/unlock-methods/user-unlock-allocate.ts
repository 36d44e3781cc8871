import { defineAction } from '../../../src/core/action'
import { flag } from '../../shared'
import { methodsOfUserParams } from '../shared/methods-of-user'

/**
 * Assigns unlocking methods to a user.
 *
 * Document 004, lines 355-378: `unlockId` in the table, a list of `unlockIds` in the sample.
 */
export const userUnlockAllocate = defineAction({
  name: 'tuya.m.device.user.unlock.allocate',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  locks: ['wifi'],
  params: methodsOfUserParams,
  result: flag(),
})
