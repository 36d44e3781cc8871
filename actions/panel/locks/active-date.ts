import { defineAction } from '../../../src/core/action'
import { epochSeconds } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Reads T0, the time when the lock was last paired, which a Bluetooth lock needs for offline passwords.
 *
 * Confidence B (clients): a demo of the vendor sends no version and writes the number to `password_offline_time`. The vendor's
 * panel template reads it at the start for every lock.
 */
export const activeDate = defineAction({
  name: 'tuya.m.device.active.date',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['ble'],
  reportedLocks: ['wifi'],
  params: deviceParams,
  result: epochSeconds(),
})
