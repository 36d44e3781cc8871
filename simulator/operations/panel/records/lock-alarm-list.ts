import { lockAlarmList } from '../../../../actions/panel/records/lock-alarm-list'
import { optional } from '../../../checks/check'
import { boolean } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { historyOf, historyPage, historyParams, historyRow } from '../shared/history'

/** The data point of a duress alarm. */
const HIJACK = 'hijack'

export const lockAlarmListOperation = operation(lockAlarmList, {
  params: { ...historyParams, includeHijack: optional(boolean) },
  handle: ({ world }, { devId, dpIds, includeHijack = true, ...rows }) => {
    const lock = lockFor(lockAlarmList, world, devId)
    const alarms = historyOf(world, lock, dpIds).filter(
      ({ category, type }) => category === 'alarm_record' && (includeHijack || type !== HIJACK),
    )
    return historyPage(alarms, rows, (entry) => historyRow(world, lock, entry))
  },
  sampled: { envelope: 'bare' },
})
