import { lockAlarmList } from '../../../../actions/panel/records/lock-alarm-list'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { historyOf, historyPage, historyParams, historyRow } from '../shared/history'

export const lockAlarmListOperation = operation(lockAlarmList, {
  params: historyParams,
  handle: ({ world }, { devId, dpIds, ...rows }) => {
    const lock = lockFor(lockAlarmList, world, devId)
    const alarms = historyOf(world, lock, dpIds).filter(
      ({ category }) => category === 'alarm_record',
    )
    return historyPage(alarms, rows, (entry) => historyRow(world, lock, entry))
  },
  sampled: { envelope: 'bare' },
})
