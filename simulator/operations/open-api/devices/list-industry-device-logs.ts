import { listIndustryDeviceLogs } from '../../../../actions/open-api/devices/list-industry-device-logs'
import { optional } from '../../../checks/check'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import {
  cursorParam,
  deviceLogPage,
  queryTypeParam,
  rangeParams,
  sizeParam,
  someOf,
} from '../shared/device-logs'

export const listIndustryDeviceLogsOperation = operation(listIndustryDeviceLogs, {
  params: {
    ...rangeParams,
    event_types: someOf,
    last_row_key: cursorParam,
    size: optional(sizeParam),
    query_type: queryTypeParam,
  },
  handle: (cloud, { device_id, event_types, last_row_key, ...query }) =>
    deviceLogPage(cloud, lockFor(listIndustryDeviceLogs, cloud.world, device_id), {
      ...query,
      types: event_types,
      after: last_row_key,
    }),
})
