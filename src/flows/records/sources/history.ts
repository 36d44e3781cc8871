import { flatMap } from '../../../core/contract/flat-map'
import type { DpSchema } from '../../../data-points/dp-schema'
import type { ResultOfCall } from '../../shared/lock-context'
import type { RecordKind } from '../lock-record'
import { factsOf, type Row, told } from '../sighting'
import { mapPages, type Question, type Source } from '../source'

const OPENINGS = 'tuya.m.scale.history.list'
const ALARMS = 'tuya.m.device.lock.alarm.list'

type Opening = ResultOfCall<typeof OPENINGS>['datas'][number]
type Alarm = ResultOfCall<typeof ALARMS>['datas'][number]

/** The unit of its times is not documented (document 004, lines 451-477), so it is asked without them. */
export const historySource: Source = {
  name: OPENINGS,
  tells: ['opening'],
  byIds: true,
  pages: (lock, question) => {
    const paging = pagingOf(question)
    return (
      paging &&
      mapPages(
        lock.pages(
          OPENINGS,
          { devId: lock.deviceId, ...paging, startTime: '', endTime: '' },
          question.options,
        ),
        ({ datas, totalCount }) => ({
          rows: datas.map((row) => rowOf(row, question.schema, 'opening', row.unlockName)),
          total: totalCount,
          count: datas.length,
        }),
      )
    )
  },
}

export const alarmListSource: Source = {
  name: ALARMS,
  tells: ['alarm', 'doorbell'],
  byIds: true,
  pages: (lock, question) => {
    const paging = pagingOf(question)
    return (
      paging &&
      mapPages(
        lock.pages(ALARMS, { devId: lock.deviceId, ...paging }, question.options),
        ({ datas, totalCount }) => ({
          rows: datas.map((row) => rowOf(row, question.schema, 'alarm')),
          total: totalCount,
          count: datas.length,
        }),
      )
    )
  },
}

/** What both lists are asked; undefined where the lock has no such data point, or none is known. */
const pagingOf = ({ codes, schema, pageSize, firstPage }: Question) => {
  const dpIds = flatMap(codes, (code) => {
    const id = schema?.idOf(code)
    return id === undefined ? [] : [Number(id)]
  })
  return dpIds.length === 0 ? undefined : { dpIds, offset: firstPage * pageSize, limit: pageSize }
}

const rowOf = (
  row: Opening | Alarm,
  schema: DpSchema | undefined,
  fallback: RecordKind,
  methodName?: string,
): Row => {
  const [[dpId, value] = []] = row.dps.map((dp) => Object.entries(dp)[0] ?? [])
  const code = dpId === undefined ? undefined : (schema?.codeOf(dpId) ?? dpId)
  const { details, ...facts } = factsOf(code, withCode(value, schema), fallback)
  return {
    ...facts,
    id: row.uuid,
    atMs: row.gmtCreate,
    details: {
      ...details,
      ...told({ methodName, userId: row.userId, userName: row.userName, avatarUrl: row.avatar }),
    },
  }
}

/** A duress alarm names its method by id here, as in 1-2. */
const withCode = (value: unknown, schema: DpSchema | undefined): unknown => {
  const [, dpId, sn] = (typeof value === 'string' && /^(\d+)-(\d+)$/.exec(value)) || []
  const code = dpId === undefined ? undefined : schema?.codeOf(dpId)
  return code === undefined ? value : `${code}-${sn}`
}
