import { defineAction } from '../../../src/core/action'
import { int } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Counts the records that were not read yet.
 *
 * Document 004, lines 428-449: alarms by its name, records by its title; the number is sampled as text.
 */
export const lockAlarmUnread = defineAction({
  name: 'tuya.m.device.lock.alarm.unread',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['wifi'],
  // Called by the vendor's own Zigbee panel, and reported of keypads.
  reportedLocks: ['zigbee', 'access-control'],
  params: deviceParams,
  result: int('String'),
})
