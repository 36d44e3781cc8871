import { factsOf, told } from '../sighting'
import { mapPages, type Source } from '../source'

const NAME = 'doorLock.openingLogs'

/** No document says that it takes 0 for "without an end"; a phone's clock may be a day behind. */
const DAY_MS = 86_400_000

/** It takes milliseconds and gives seconds; the only source of openings of Zigbee locks. */
export const openingLogsSource: Source = {
  name: NAME,
  tells: ['opening'],
  inSeconds: true,
  pages: (lock, { fromMs, toMs, pageSize, firstPage, options }) =>
    mapPages(
      lock.pages(
        NAME,
        {
          device_id: lock.deviceId,
          start_time: fromMs,
          end_time: toMs ?? lock.clock.now() + DAY_MS,
          page_no: firstPage + 1,
          page_size: pageSize,
        },
        options,
      ),
      ({ logs, total }) => ({
        rows: logs.map(({ status: [opened], update_time, ...row }) => {
          const { details, ...facts } = factsOf(opened?.code, opened?.value, 'opening')
          return {
            ...facts,
            atMs: update_time * 1000,
            details: {
              ...details,
              ...told({
                methodName: row.unlock_name,
                userId: row.user_id,
                userName: row.nick_name,
                avatarUrl: row.avatar,
              }),
            },
          }
        }),
        total,
        count: logs.length,
      }),
    ),
}
