import { defineAction } from '../../../src/core/action'
import { flag, id } from '../../shared'
import { panelParams } from '../shared/panel-params'

/**
 * Deletes a temporary password.
 *
 * Document 004, lines 611-633: `id` is a String in the table and a number in the sample; whether it is the `id` or the
 * `sn` of `temppwd.list` is not documented.
 */
export const lockTemppwdDel = defineAction({
  name: 'tuya.m.device.lock.temppwd.del',
  family: 'panel',
  version: '2.0',
  safety: 'idempotent',
  // No such data, Zigbee password, Wi-Fi password, record: a password with this id no longer exists.
  removes: { notFound: [1000, 2310, 2321, 2323], result: true },
  locks: ['wifi'],
  // Reported of keypads.
  reportedLocks: ['access-control'],
  params: panelParams({ required: { id: id() } }),
  result: flag(),
})
