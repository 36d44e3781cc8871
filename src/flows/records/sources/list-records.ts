import { flatMap } from '../../../core/contract/flat-map'
import type { ResultOfCall } from '../../shared/lock-context'
import { standardCode, unlockCodes } from '../../shared/unlock-codes'
import type { Companion } from '../lock-record'
import { mapPages, type Source } from '../source'
import { pointsOf, type Row, rowsOf, storedFile, withoutEmpty } from '../source-record'

const NAME = 'doorLock.listRecords'

type VendorRow = ResultOfCall<typeof NAME>['records'][number]

export const listRecordsSource: Source = {
  name: NAME,
  kinds: ['opening', 'alarm', 'doorbell'],
  pages: (lock, { fromMs, toMs = 0, codes, pageSize, firstPage, options }) =>
    mapPages(
      lock.pages(
        NAME,
        {
          device_id: lock.deviceId,
          target_standard_dp_codes: codes.join(','),
          start_time: fromMs,
          end_time: toMs,
          page_no: firstPage + 1,
          page_size: pageSize,
        },
        options,
      ),
      ({ records, total }) => ({ rows: flatMap(records, eventsOf), total, count: records.length }),
    ),
}

const eventsOf = (row: VendorRow): readonly Row[] =>
  rowsOf(pointsOf(row.dps), row.record_type === 'alarm' ? 'alarm' : 'opening', {
    ...(row.record_id !== undefined && { id: row.record_id }),
    atMs: row.gmt_create,
    details: {
      ...withoutEmpty({
        methodName: row.unlock_name,
        userId: row.user_id,
        userName: row.user_name,
        avatarUrl: row.avatar,
        channelId: row.channel_id,
      }),
      ...(row.member_bindable_flag !== undefined && { isBindable: row.member_bindable_flag }),
      ...(row.union_unlock_info.length > 0 && {
        together: row.union_unlock_info.map(companionOf),
      }),
    },
    files: row.media_info_list.map(({ file_url, file_key, file_path, bucket }) =>
      storedFile({ url: file_url, key: file_key, path: file_path, bucket }),
    ),
  })

const companionOf = ({
  user_name,
  opmode,
  unlock_name,
}: VendorRow['union_unlock_info'][number]): Companion => {
  const method = unlockCodes[standardCode(opmode)]
  return {
    userName: user_name,
    methodName: unlock_name,
    ...(method !== undefined && { method }),
  }
}
