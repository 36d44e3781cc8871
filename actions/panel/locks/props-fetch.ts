import { defineAction } from '../../../src/core/action'
import { csv, record } from '../../shared'
import { lockPropFields } from '../shared/lock-props'
import { panelParams } from '../shared/panel-params'

/**
 * Reads properties that the cloud keeps for a lock, such as the switch of remote unlocking.
 *
 * Confidence B (clients): the demo of the vendor reads the value as a flag or its text.
 */
export const propsFetch = defineAction({
  name: 'tuya.m.device.props.fetch',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['zigbee', 'ble'],
  params: panelParams({
    required: {
      /** The names of the properties. */
      props: csv({ min: 1 }),
    },
  }),
  result: record({
    optional: {
      isRemoteOpen: lockPropFields.isRemoteOpen,
      UNLOCK_PHONE_REMOTE: lockPropFields.UNLOCK_PHONE_REMOTE,
    },
  }),
})
