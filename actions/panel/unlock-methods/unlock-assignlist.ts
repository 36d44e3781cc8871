import { defineAction } from '../../../src/core/action'
import { deviceParams } from '../shared/device-params'
import { unassignedMethods } from '../shared/unassigned-methods'

/**
 * Lists the unlocking methods that belong to no user; according to its title it returns only whether there are any.
 *
 * Document 004, lines 309-330: the sample is a list without a name inside braces, and no JSON.
 */
export const unlockAssignlist = defineAction({
  name: 'tuya.m.device.unlock.assignlist',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['wifi'],
  params: deviceParams,
  result: unassignedMethods,
})
