import { listOpenLogsV11 } from '../../../../actions/open-api/lock-records/list-open-logs-v11'
import { optional } from '../../../checks/check'
import { urlBoolean } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { openLogPage, openLogParams, sampledOpenLogs } from '../shared/open-logs'

/** No pictures: their form is not known. */
export const listOpenLogsV11Operation = operation(listOpenLogsV11, {
  params: { ...openLogParams, show_media_info: optional(urlBoolean) },
  handle: (cloud, params) =>
    openLogPage(cloud, lockFor(listOpenLogsV11, cloud.world, params.device_id), params),
  sampled: sampledOpenLogs,
})
