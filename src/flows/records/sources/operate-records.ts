import { flatMap } from '../../../core/contract/flat-map'
import type { DpSchema } from '../../../data-points/dp-schema'
import type { ResultOfCall } from '../../shared/lock-context'
import type { RecordKind } from '../lock-record'
import { mapPages, type Source } from '../source'
import {
  factsOf,
  isStandardCode,
  type Row,
  type StoredFile,
  storedFile,
  withoutEmpty,
} from '../source-record'

const NAME = 'doorLock.operateRecords'

type VendorRow = ResultOfCall<typeof NAME>['records'][number]
type VendorFile = NonNullable<VendorRow['media_info_list']>[number]

/** Seconds in the request, milliseconds in the answer. The values of its filter by kind are not documented. */
export const operateRecordsSource: Source = {
  name: NAME,
  kinds: ['opening', 'closing', 'alarm', 'doorbell', 'operation'],
  isKeyed: true,
  pages: (lock, { fromMs, toMs = 0, pageSize, schema, options }) =>
    mapPages(
      lock.pages(
        NAME,
        {
          device_id: lock.deviceId,
          startTime: Math.floor(fromMs / 1000),
          endTime: Math.ceil(toMs / 1000),
          pageSize,
        },
        options,
      ),
      ({ records }) => ({
        rows: flatMap(records, (row) => rowOf(row, schema)),
        count: records.length,
      }),
    ),
}

/** Every field is optional; a row without a time cannot be sorted and is skipped. */
const rowOf = (row: VendorRow, schema: DpSchema | undefined): readonly Row[] => {
  if (row.time === undefined) return []
  const { log_type, dp_id } = row
  const byId = dp_id === undefined ? undefined : schema?.codeOf(String(dp_id))
  const facts = factsOf(isStandardCode(byId) ? byId : log_type, undefined, kindOf(row))
  return [
    {
      ...facts,
      ...(row.log_id !== undefined && { id: row.log_id }),
      atMs: row.time,
      details: {
        ...facts.details,
        ...withoutEmpty({
          methodName: row.unlock_name,
          userId: row.user_id,
          userName: row.user_name,
          isCurrentUser: row.current_user,
          isBindable: row.member_bindable_flag,
        }),
      },
      files: flatMap(row.media_info_list ?? [], filesOf),
    },
  ]
}

const kinds: Readonly<Record<string, RecordKind>> = {
  unlock_record: 'opening',
  // Of the vendor's panel template; no document names it.
  close_record: 'closing',
  alarm_record: 'alarm',
  operate_log: 'operation',
}

/** `record_type` is 1 for an unlock and 2 for an alarm. */
const kindOf = ({ log_category = '', record_type }: VendorRow): RecordKind =>
  kinds[log_category] ?? (record_type === 1 ? 'opening' : record_type === 2 ? 'alarm' : 'operation')

/** A picture, and a separate video if there is one; both may name the same file. */
const filesOf = (file: VendorFile): readonly StoredFile[] => {
  const picture = storedFile({
    url: file.file_url,
    key: file.file_key,
    path: file.file_path,
    bucket: file.bucket,
    angle: file.angle,
  })
  const video = storedFile({
    url: file.media_url,
    key: file.media_key,
    path: file.media_path,
    bucket: file.media_bucket,
  })
  const isSame = video.path === picture.path && video.url === picture.url
  return [picture, ...(isSame ? [] : [video])].filter(({ url, path }) => url ?? path)
}
