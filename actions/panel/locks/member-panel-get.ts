import { defineAction } from '../../../src/core/action'
import { id, int, oneOf, record, text } from '../../shared'
import { panelParams } from '../shared/panel-params'

/**
 * Reads one user of a lock; with an empty id the current user: who am I.
 *
 * Confidence B (clients): a demo of the vendor reads three fields. The vendor's lock SDK has the current user for Wi-Fi locks,
 * too; its operation is not shown.
 */
export const memberPanelGet = defineAction({
  name: 'tuya.m.device.member.panel.get',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['zigbee', 'ble'],
  reportedLocks: ['wifi'],
  params: panelParams({
    required: {
      /** Empty for the current user. */
      userId: text(),
    },
  }),
  result: record({
    key: { userId: id() },
    documented: {
      /** The number of the user on the lock. */
      lockUserId: int(),
      /** 50 home owner, 10 administrator; 20 and 30 as in `memberFields`. */
      userType: oneOf([10, 20, 30, 50]),
    },
  }),
})
