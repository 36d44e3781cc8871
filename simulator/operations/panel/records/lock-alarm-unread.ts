import { lockAlarmUnread } from '../../../../actions/panel/records/lock-alarm-unread'
import { lockFor } from '../../../world/lock-for'
import { logOf, unreadCountOf } from '../../../world/log'
import { operation } from '../../operation'
import { deviceParams } from '../shared/params'

/** Alarms by its name, records by its title. What was chosen: alarms. */
export const lockAlarmUnreadOperation = operation(lockAlarmUnread, {
  params: deviceParams,
  handle: ({ world }, { devId }) => {
    const lock = lockFor(lockAlarmUnread, world, devId)
    return unreadCountOf(logOf(world, lock).filter(({ category }) => category === 'alarm_record'))
  },
})
