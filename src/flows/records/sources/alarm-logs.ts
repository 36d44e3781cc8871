import { factsOf, told } from '../sighting'
import { mapPages, type Source } from '../source'

const NAME = 'doorLock.alarmLogs'

/** It takes no times and gives seconds; the only source of alarms of Zigbee locks. */
export const alarmLogsSource: Source = {
  name: NAME,
  tells: ['alarm', 'doorbell'],
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
          const { details, ...facts } = factsOf(alarm?.code, alarm?.value, 'alarm')
          return {
            ...facts,
            atMs: update_time * 1000,
            details: { ...details, ...told({ userName: nick_name }) },
          }
        }),
        total,
        count: records.length,
      }),
    ),
}
