import { defineAction } from '../../../src/core/action'
import { remoteUnlockType } from '../../mini-program/shared/remote-unlock-type'
import { flag, id, listOf, params, record } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Lists the remote unlock switches of a lock.
 *
 * Confidence A (vendor page, clients): the page has one object, clients read a list.
 */
export const listRemoteUnlocks = withTwin(
  'doorLock.remoteUnlocks',
  defineAction({
    name: 'GET /v1.0/devices/{device_id}/door-lock/remote-unlocks',
    family: 'open-api',
    safety: 'read',
    locks: ['wifi', 'zigbee', 'ble'],
    params: params({ required: { device_id: id() } }),
    result: listOf(
      record({ key: { remote_unlock_type: remoteUnlockType }, documented: { open: flag() } }),
    ),
  }),
)
