import { loglatest } from '../../../../actions/mini-program/door-lock/loglatest'
import { name } from '../../../checks/values'
import { whenField, without } from '../../../quirks/fields'
import { asNumber } from '../../../quirks/values'
import { lockFor } from '../../../world/lock-for'
import {
  logOf,
  memberOfEntry,
  methodOfEntry,
  recordTypeOf,
  unreadCountOf,
} from '../../../world/log'
import { operation } from '../../operation'

/** The newest entry and the number of unread ones; `exist: false` for an empty log. */
export const loglatestOperation = operation(loglatest, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => {
    const lock = lockFor(loglatest, world, device_id)
    const entries = logOf(world, lock)
    const [latest] = entries
    if (latest === undefined) return { exist: false }
    const member = memberOfEntry(world, lock, latest)
    return {
      exist: true,
      logId: latest.id,
      devId: lock.id,
      logCategory: latest.category,
      logType: latest.type,
      recordType: recordTypeOf(latest),
      currentUser: latest.union === undefined ? member?.userId === world.currentUserId : undefined,
      userId: member?.userId,
      userName: member?.nickName ?? '',
      unlockName: methodOfEntry(lock, latest)?.name,
      time: latest.timeMs,
      unReadCount: unreadCountOf(entries),
    }
  },
  sampled: {
    envelope: 'bare',
    quirks: [
      // The answer without an entry has only this field, and the sample does not show that answer.
      whenField('logId', without('exist')),
      without('time'),
      asNumber('userId'),
    ],
  },
})
