import { defineAction } from '../../../src/core/action'
import { flag, id } from '../../shared'
import { panelParams } from '../shared/panel-params'

/**
 * Removes a user without an account from a lock.
 *
 * Confidence A (vendor page): in an older version of the page only.
 *
 * @example
 * ```ts
 * const devId = seed.locks.gardenGate.id
 * const user = { devId, userName: 'Nadia', timesetType: '10' } as const
 * await panel.apiRequest('tuya.m.device.member.add', user)
 * const page = { device_id: devId, target_standard_dp_codes: '', page_no: 1, page_size: 20 }
 * const { records } = await panel.apiRequest('doorLock.listUsers', page)
 * const userId = records.find(({ nick_name }) => nick_name === 'Nadia')?.user_id ?? ''
 * console.log(await panel.apiRequest('tuya.m.device.member.remove', { devId, userId }))
 * ```
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
