import { listThingReportLogs } from '../../../../actions/open-api/devices/list-thing-report-logs'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { cursorParam, rangeParams, reportLogPage, sizeParam, someOf } from '../shared/device-logs'

export const listThingReportLogsOperation = operation(listThingReportLogs, {
  params: { ...rangeParams, codes: someOf, last_row_key: cursorParam, size: sizeParam },
  handle: (cloud, { device_id, last_row_key: after, ...query }) => {
    const lock = lockFor(listThingReportLogs, cloud.world, device_id)
    const { rows: logs, ...page } = reportLogPage(cloud, lock, { ...query, after })
    return { ...page, logs }
  },
})
