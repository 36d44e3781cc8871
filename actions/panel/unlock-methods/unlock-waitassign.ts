import { defineAction } from '../../../src/core/action'
import { deviceParams } from '../shared/device-params'
import { unassignedMethods } from '../shared/unassigned-methods'

/**
 * Says whether unlocking methods wait to be given to a user; by its title it lists them.
 *
 * Document 004, lines 332-353: the comment of the sample gives true and false the same meaning.
 */
export const unlockWaitassign = defineAction({
  name: 'tuya.m.device.unlock.waitassign',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['wifi'],
  params: deviceParams,
  result: unassignedMethods,
})
