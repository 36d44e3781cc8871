import { defineAction } from '../../../src/core/action'
import { id, int, pageOf, params, record } from '../../shared'
import { inSeconds, openLogFields, openLogParamFields } from '../shared/open-log'
import { withTwin } from '../shared/with-twin'

/**
 * Lists the openings of a door by pages.
 *
 * Confidence A (vendor page, clients): `status` is a list in the tables, and one object in the answers that clients read.
 * Clients send and read milliseconds, the samples have seconds. The page calls this version old.
 */
export const listOpenLogs = withTwin(
  'doorLock.openingLogs',
  defineAction({
    name: 'GET /v1.0/devices/{device_id}/door-lock/open-logs',
    family: 'open-api',
    safety: 'read',
    locks: ['wifi', 'zigbee', 'ble'],
    params: params({
      required: {
        device_id: id(),
        page_no: openLogParamFields.page_no,
        page_size: openLogParamFields.page_size,
        start_time: openLogParamFields.start_time,
        end_time: openLogParamFields.end_time,
      },
    }),
    result: pageOf({
      rows: 'logs',
      item: record({
        key: { update_time: openLogFields.update_time },
        documented: { status: openLogFields.status },
        optional: {
          unlock_name: openLogFields.unlock_name,
          user_id: openLogFields.user_id,
          nick_name: openLogFields.nick_name,
        },
      }),
      documented: { total: int('Long') },
    }),
  }),
  { result: ({ logs, ...page }) => ({ ...page, logs: logs.map(inSeconds) }) },
)
