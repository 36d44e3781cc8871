import { defineAction } from '../../../src/core/action'
import { deviceParams } from '../shared/device-params'
import { memberListResult } from '../shared/member-list'

/**
 * Lists the members of the family, with their unlocking methods.
 *
 * Document 004, lines 30-61: the sample has `result` and `success` swapped, and shows one member.
 */
export const memberList = defineAction({
  name: 'tuya.m.device.member.list',
  family: 'panel',
  version: '2.0',
  safety: 'read',
  // From the vendor's page on Bluetooth locks, which does not describe how the answer differs.
  versions: { ble: '4.0' },
  locks: ['wifi'],
  params: deviceParams,
  result: memberListResult,
})
