import { listAlarmLogsV11 } from '../../../../actions/open-api/lock-records/list-alarm-logs-v11'
import { optional } from '../../../checks/check'
import { commaSeparated, name, urlBoolean, urlPageParams } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { alarmLogPage } from '../shared/alarm-logs'

/** No pictures: their form is not known. */
export const listAlarmLogsV11Operation = operation(listAlarmLogsV11, {
  params: {
    device_id: name,
    codes: commaSeparated,
    show_media_info: optional(urlBoolean),
    ...urlPageParams,
  },
  handle: (cloud, { device_id, codes, page_no, page_size }) =>
    alarmLogPage(cloud, lockFor(listAlarmLogsV11, cloud.world, device_id), codes, {
      page_no,
      page_size,
    }),
})
