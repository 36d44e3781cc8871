import { mapPages, type Source } from '../source'
import { factsOf, withoutEmpty } from '../source-record'

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
        rows: records.map(({ status: [alarm], update_time, nick_name }) => {
          const facts = factsOf(alarm?.code, alarm?.value, 'alarm')
          return {
            ...facts,
            atMs: update_time * 1000,
            details: { ...facts.details, ...withoutEmpty({ userName: nick_name }) },
          }
        }),
        total,
        count: records.length,
      }),
    ),
}
