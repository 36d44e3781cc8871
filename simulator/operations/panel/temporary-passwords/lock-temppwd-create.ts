import { lockTemppwdCreate } from '../../../../actions/panel/temporary-passwords/lock-temppwd-create'
import { optional, optionalOrBlank } from '../../../checks/check'
import { integer, name, oneOf, optionalText, seconds } from '../../../checks/values'
import { addPassword } from '../../../world/add-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { scheduleOf, scheduleText } from '../shared/schedule'

/**
 * How the password is encrypted is not documented, and there is no ticket. What was chosen: with the local key of the
 * lock, which a panel has. Schedules go by the time at the lock.
 */
export const lockTemppwdCreateOperation = operation(lockTemppwdCreate, {
  params: {
    devId: name,
    password: name,
    name,
    effectiveTime: seconds,
    invalidTime: seconds,
    availTime: oneOf([0, 1]),
    schedule: optionalOrBlank(scheduleText),
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
