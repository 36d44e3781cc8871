import { flatMap } from '../../../core/contract/flat-map'
import { mapPages, type Source } from '../source'
import { rowsOf, withoutEmpty } from '../source-record'

const NAME = 'doorLock.alarmLogs'

/** Has no time range and returns seconds; the only source of alarms of Zigbee locks. */
export const alarmLogsSource: Source = {
  name: NAME,
  kinds: ['alarm', 'doorbell'],
  inSeconds: true,
  pages: (lock, { codes, pageSize, firstPage, options }) =>
    mapPages(
      lock.pages(
        NAME,
        {
          device_id: lock.deviceId,
          codes: codes.join(','),
          page_no: firstPage + 1,
          page_size: pageSize,
        },
        options,
      ),
      ({ records, total }) => ({
        rows: flatMap(records, ({ status, update_time, nick_name }) =>
          rowsOf(
            status.map(({ code, value }) => [code, value]),
            'alarm',
            { atMs: update_time * 1000, details: withoutEmpty({ userName: nick_name }) },
          ),
        ),
        total,
        count: records.length,
      }),
    ),
}
