import { defineAction } from '../../../src/core/action'
import { flag, int, pageOf, params, text } from '../../shared'
import { deviceRow } from '../shared/device-row'

/**
 * Lists the devices of all users who are linked to the project, from a row on.
 *
 * Confidence A (clients).
 */
export const listAssociatedDevices = defineAction({
  name: 'GET /v1.0/iot-01/associated-users/devices',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({
    optional: {
      size: int(),
      /** The key of the last answer; absent for the first page. */
      last_row_key: text(),
    },
  }),
  result: pageOf({
    rows: 'devices',
    item: deviceRow,
    documented: { has_more: flag(), last_row_key: text(), total: int() },
  }),
})
