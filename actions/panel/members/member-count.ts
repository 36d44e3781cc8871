import { defineAction } from '../../../src/core/action'
import { int, record } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Counts the members of the family and the panel members.
 *
 * Document 004, lines 7-28: `devId` is sampled as a number.
 */
export const memberCount = defineAction({
  name: 'tuya.m.device.member.count',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['wifi'],
  params: deviceParams,
  result: record({ documented: { familyUser: int(), panelUser: int() } }),
})
