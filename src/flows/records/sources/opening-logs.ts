import { flatMap } from '../../../core/contract/flat-map'
import { mapPages, type Source } from '../source'
import { rowsOf, withoutEmpty } from '../source-record'

const NAME = 'doorLock.openingLogs'

/** No document says that 0 means no upper limit; a phone's clock may be a day behind. */
const DAY_MS = 86_400_000

/** Milliseconds in the request, seconds in the answer; the only source of openings of Zigbee locks. */
export const openingLogsSource: Source = {
  name: NAME,
  kinds: ['opening'],
  inSeconds: true,
  pages: (lock, { fromMs, toMs, pageSize, firstPage, options }) =>
    mapPages(
      lock.pages(
        NAME,
        {
          device_id: lock.deviceId,
          start_time: fromMs,
          end_time: toMs ?? lock.cloudNow() + DAY_MS,
          page_no: firstPage + 1,
          page_size: pageSize,
        },
        options,
      ),
      ({ logs, total }) => ({
        rows: flatMap(logs, (row) =>
          rowsOf(
            row.status.map(({ code, value }) => [code, value]),
            'opening',
            {
              atMs: row.update_time * 1000,
              details: withoutEmpty({
                methodName: row.unlock_name,
                userId: row.user_id,
                userName: row.nick_name,
                avatarUrl: row.avatar,
              }),
            },
          ),
        ),
        total,
        count: logs.length,
      }),
    ),
}
