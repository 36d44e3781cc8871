import { listOpenLogs } from '../../../../actions/open-api/lock-records/list-open-logs'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { openLogPage, openLogParams, sampledOpenLogs } from '../shared/open-logs'

export const listOpenLogsOperation = operation(listOpenLogs, {
  params: openLogParams,
  handle: (cloud, params) =>
    openLogPage(cloud, lockFor(listOpenLogs, cloud.world, params.device_id), params),
  sampled: sampledOpenLogs,
})
