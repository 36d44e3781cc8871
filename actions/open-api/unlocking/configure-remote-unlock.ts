import { defineAction } from '../../../src/core/action'
import { remoteUnlockType } from '../../mini-program/shared/remote-unlock-type'
import { flag, id, params } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Switches a kind of remote unlock on or off.
 *
 * Confidence A (vendor page, clients).
 */
export const configureRemoteUnlock = withTwin(
  'doorLock.remoteUnlockConfig',
  defineAction({
    name: 'POST /v1.0/devices/{device_id}/door-lock/remote-unlock/config',
    family: 'open-api',
    safety: 'idempotent',
    locks: ['wifi', 'zigbee', 'ble'],
    params: params({
      required: { device_id: id(), remote_unlock_type: remoteUnlockType, open: flag() },
    }),
    result: flag(),
  }),
)
