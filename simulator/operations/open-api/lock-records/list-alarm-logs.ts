import { listAlarmLogs } from '../../../../actions/open-api/lock-records/list-alarm-logs'
import { optional } from '../../../checks/check'
import { commaSeparated, name, urlPageParams } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { alarmLogPage } from '../shared/alarm-logs'

export const listAlarmLogsOperation = operation(listAlarmLogs, {
  params: { device_id: name, codes: optional(commaSeparated), ...urlPageParams },
  handle: (cloud, { device_id, codes = ['alarm_lock'], ...page }) =>
    alarmLogPage(cloud, lockFor(listAlarmLogs, cloud.world, device_id), codes, page),
})
