import { defineAction } from '../../../src/core/action'
import { flag, id, int, listOf, pageOf, params, record } from '../../shared'
import { openLogFields, openLogParamFields } from '../shared/open-log'

/**
 * Lists the openings of a door by pages, with pictures if requested.
 *
 * Confidence A (clients): no page was found, five clients agree; the name `media_infos` and its fields are not sure.
 */
export const listOpenLogsV11 = defineAction({
  name: 'GET /v1.1/devices/{device_id}/door-lock/open-logs',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({
    required: {
      device_id: id(),
      page_no: openLogParamFields.page_no,
      page_size: openLogParamFields.page_size,
      start_time: openLogParamFields.start_time,
      end_time: openLogParamFields.end_time,
    },
    optional: { show_media_info: flag() },
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
        media_infos: listOf(record({})),
      },
    }),
    documented: { total: int('Long') },
  }),
})
