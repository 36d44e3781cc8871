import { flatMap } from '../../../core/contract/flat-map'
import type { DpSchema } from '../../../data-points/dp-schema'
import type { ResultOfCall } from '../../shared/lock-context'
import type { RecordKind } from '../lock-record'
import { mapPages, type Source, type SourceQuery } from '../source'
import { pointsOf, type Row, rowsOf, withoutEmpty } from '../source-record'

const OPENINGS = 'tuya.m.scale.history.list'
const ALARMS = 'tuya.m.device.lock.alarm.list'

type Opening = ResultOfCall<typeof OPENINGS>['datas'][number]
type Alarm = ResultOfCall<typeof ALARMS>['datas'][number]

/** The unit of its times is not documented (document 004, lines 451-477), so it is queried without them. */
export const historySource: Source = {
  name: OPENINGS,
  kinds: ['opening'],
  byIds: true,
  pages: (lock, query) => {
    const paging = pagingOf(query)
    return (
      paging &&
      mapPages(
        lock.pages(
          OPENINGS,
          { devId: lock.deviceId, ...paging, startTime: '', endTime: '' },
          query.options,
        ),
        ({ datas, totalCount }) => ({
          rows: flatMap(datas, (row) => eventsOf(row, query.schema, 'opening', row.unlockName)),
          total: totalCount,
          count: datas.length,
        }),
      )
    )
  },
}

export const alarmListSource: Source = {
  name: ALARMS,
  kinds: ['alarm', 'doorbell'],
  byIds: true,
  pages: (lock, query) => {
    const paging = pagingOf(query)
    return (
      paging &&
      mapPages(
        lock.pages(ALARMS, { devId: lock.deviceId, ...paging }, query.options),
        ({ datas, totalCount }) => ({
          rows: flatMap(datas, (row) => eventsOf(row, query.schema, 'alarm')),
          total: totalCount,
          count: datas.length,
        }),
      )
    )
  },
}

/** The paging parameters of both lists; undefined if no data point id is known. */
const pagingOf = ({ codes, schema, pageSize, firstPage }: SourceQuery) => {
  const dpIds = flatMap(codes, (code) => {
    const id = schema?.idOf(code)
    return id === undefined ? [] : [Number(id)]
  })
  return dpIds.length === 0 ? undefined : { dpIds, offset: firstPage * pageSize, limit: pageSize }
}

const eventsOf = (
  row: Opening | Alarm,
  schema: DpSchema | undefined,
  fallback: RecordKind,
  methodName?: string,
): readonly Row[] =>
  rowsOf(
    pointsOf(row.dps).map(([dpId = '', value]) => [
      schema?.codeOf(dpId) ?? dpId,
      withCode(value, schema),
    ]),
    fallback,
    {
      ...(row.uuid !== undefined && { id: row.uuid }),
      atMs: row.gmtCreate,
      details: withoutEmpty({
        methodName,
        userId: row.userId,
        userName: row.userName,
        avatarUrl: row.avatar,
      }),
    },
  )

/** A duress alarm identifies its method by data point id here, as in 1-2. */
const withCode = (value: unknown, schema: DpSchema | undefined): unknown => {
  const [, dpId, sn] = (typeof value === 'string' && /^(\d+)-(\d+)$/.exec(value)) || []
  const code = dpId === undefined ? undefined : schema?.codeOf(dpId)
  return code === undefined ? value : `${code}-${sn}`
}
