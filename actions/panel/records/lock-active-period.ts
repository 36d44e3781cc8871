import { defineAction } from '../../../src/core/action'
import { int } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Reads for how many days the lock has been paired.
 *
 * Document 004, lines 405-426: only the title names what is counted. The vendor's panel template shows the number for Bluetooth
 * locks, too.
 */
export const lockActivePeriod = defineAction({
  name: 'tuya.m.device.lock.active.period',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['wifi'],
  reportedLocks: ['ble'],
  params: deviceParams,
  /** Days. */
  result: int(),
})
