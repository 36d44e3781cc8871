import { defineAction } from '../../../src/core/action'
import { flag, id } from '../../shared'
import { panelParams } from '../shared/panel-params'

/**
 * Removes a user without an account from a lock.
 *
 * Confidence A (vendor page): in an older version of the page only.
 */
export const memberRemove = defineAction({
  name: 'tuya.m.device.member.remove',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  // No such data, no such user, no such record.
  removes: { notFound: [1000, 2006, 2323], result: true },
  locks: ['ble'],
  params: panelParams({ required: { userId: id() } }),
  result: flag(),
})
