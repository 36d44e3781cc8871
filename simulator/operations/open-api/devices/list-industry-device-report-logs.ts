import { listIndustryDeviceReportLogs } from '../../../../actions/open-api/devices/list-industry-device-report-logs'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { cursorParam, rangeParams, reportLogPage, sizeParam, someOf } from '../shared/device-logs'

export const listIndustryDeviceReportLogsOperation = operation(listIndustryDeviceReportLogs, {
  params: { ...rangeParams, codes: someOf, last_row_key: cursorParam, size: sizeParam },
  handle: (cloud, { device_id, last_row_key: after, ...query }) => {
    const lock = lockFor(listIndustryDeviceReportLogs, cloud.world, device_id)
    const { rows: list, ...page } = reportLogPage(cloud, lock, { ...query, after })
    return { ...page, list }
  },
})
