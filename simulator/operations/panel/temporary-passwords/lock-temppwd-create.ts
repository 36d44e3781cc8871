import { lockTemppwdCreate } from '../../../../actions/panel/temporary-passwords/lock-temppwd-create'
import { optional, optionalOrEmptyText } from '../../../checks/check'
import { integer, name, oneOf, optionalText, seconds } from '../../../checks/values'
import { addPassword } from '../../../world/add-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { scheduleOf, scheduleText } from '../shared/schedule'

/**
 * The encryption is not documented, and there is no ticket. What was chosen: the local key of the lock, which a panel
 * has. Schedules are in the local time of the lock.
 */
export const lockTemppwdCreateOperation = operation(lockTemppwdCreate, {
  params: {
    devId: name,
    password: name,
    name,
    effectiveTime: seconds,
    invalidTime: seconds,
    availTime: oneOf([0, 1]),
    schedule: optionalOrEmptyText(scheduleText),
    phone: optionalText,
    countryCode: optional(integer()),
  },
  handle: (cloud, params) => {
    const lock = lockFor(lockTemppwdCreate, cloud.world, params.devId)
    addPassword(cloud, lock, {
      createdBy: lockTemppwdCreate.name,
      name: params.name,
      encryptedPin: params.password,
      sessionKey: lock.localKey,
      effectiveTime: params.effectiveTime,
      invalidTime: params.invalidTime,
      phone: params.phone ?? '',
      type: params.availTime,
      ...(params.schedule !== undefined && { schedule: scheduleOf(params.schedule) }),
    })
    return true
  },
})
