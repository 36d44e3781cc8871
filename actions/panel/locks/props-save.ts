import { defineAction } from '../../../src/core/action'
import { flag, jsonText, params } from '../../shared'
import { lockPropFields } from '../shared/lock-props'
import { panelParams } from '../shared/panel-params'

/**
 * Sets properties that the cloud keeps for a lock, such as the switch of remote unlocking.
 *
 * Confidence B (clients): in a demo of the vendor; its result was not seen.
 */
export const propsSave = defineAction({
  name: 'tuya.m.device.props.save',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  locks: ['zigbee', 'ble'],
  params: panelParams({
    required: {
      propKvs: jsonText(
        params({
          optional: {
            isRemoteOpen: lockPropFields.isRemoteOpen,
            UNLOCK_PHONE_REMOTE: lockPropFields.UNLOCK_PHONE_REMOTE,
          },
        }),
      ),
    },
  }),
  result: flag(),
})
