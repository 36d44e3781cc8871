import { listThingLogs } from '../../../../actions/open-api/devices/list-thing-logs'
import { optional } from '../../../checks/check'
import { commaSeparated, urlMillisecondsOrNone } from '../../../checks/values'
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

/** The free query goes on from \`start_row_key\`, the paid one from \`last_row_key\`. */
export const listThingLogsOperation = operation(listThingLogs, {
  params: {
    ...rangeParams,
    type: someOf,
    codes: optional(commaSeparated),
    query_type: queryTypeParam,
    start_row_key: cursorParam,
    last_row_key: cursorParam,
    last_event_time: optional(urlMillisecondsOrNone),
    size: optional(sizeParam),
  },
  handle: (cloud, { device_id, type, start_row_key, last_row_key, ...query }) =>
    deviceLogPage(cloud, lockFor(listThingLogs, cloud.world, device_id), {
      ...query,
      types: type,
      after: query.query_type === '2' ? last_row_key : start_row_key,
    }),
})
