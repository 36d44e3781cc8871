import { issueOfflinePassword } from '../../../../actions/open-api/offline-passwords/issue-offline-password'
import { optional } from '../../../checks/check'
import { name, oneOf, optionalText, seconds } from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import { refuse } from '../../../refusal'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import {
  findOfflinePassword,
  flooredToHour,
  hoursFromNow,
  issueOfflinePassword as issue,
  type OfflinePassword,
  setClearingCode,
  takeCode,
} from '../../../world/offline-passwords'
import { operation } from '../../operation'

/** As documented: single use within six hours, a clearing code within a day. */
const HOURS = { once: 6, clear_all: 24 }

/** The digits of a clearing code clear nothing until they are typed at the lock. */
export const issueOfflinePasswordOperation = operation(issueOfflinePassword, {
  params: {
    device_id: name,
    type: oneOf(['multiple', 'once', 'clear_one', 'clear_all']),
    name: optionalText,
    effective_time: optional(seconds),
    invalid_time: optional(seconds),
    password_id: optional(name),
  },
  handle: (cloud, params) => {
    const { device_id, type, name: passwordName = '' } = params
    const lock = lockFor(issueOfflinePassword, cloud.world, device_id)
    if (type === 'clear_one') return clearOne(cloud, lock, params.password_id)
    const password = issue(
      cloud,
      lock,
      {
        kind: type === 'clear_all' ? 'clear-all' : type,
        name: passwordName,
        ...(type === 'multiple' ? readValidity(cloud, params) : hoursFromNow(cloud, HOURS[type])),
      },
      issueOfflinePassword.name,
    )
    return rowOf(password, password.pin)
  },
})

const rowOf = (password: OfflinePassword, digits: string) => ({
  offline_temp_password_id: password.id,
  offline_temp_password: digits,
  offline_temp_password_name: password.name,
  effective_time: password.effectiveTime,
  invalid_time: password.invalidTime,
})

const readValidity = (
  { now }: Cloud,
  times: {
    readonly effective_time?: number | undefined
    readonly invalid_time?: number | undefined
  },
) => {
  const effectiveTime = flooredToHour(
    times.effective_time ?? refuse('param is empty', 'effective_time'),
  )
  const invalidTime = flooredToHour(times.invalid_time ?? refuse('param is empty', 'invalid_time'))
  if (invalidTime <= effectiveTime) return refuse('param is illegal', 'invalid_time')
  if (invalidTime * 1000 <= now()) return refuse('time is in the past', 'invalid_time')
  return { effectiveTime, invalidTime }
}

const clearOne = (cloud: Cloud, lock: Lock, passwordId: string | undefined) => {
  const password = findOfflinePassword(
    cloud,
    lock,
    passwordId ?? refuse('param is empty', 'password_id'),
  )
  const code = takeCode(cloud, lock, 'clearOne')
  setClearingCode(cloud, password, code)
  cloud.record({
    deviceId: lock.id,
    command: 'issue-clearing-code',
    reached: 'cloud',
    action: issueOfflinePassword.name,
    detail: { passwordId: password.id },
  })
  return rowOf(password, code)
}
