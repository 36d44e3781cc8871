import { lockOfflinepwdGet } from '../../../../actions/panel/offline-passwords/lock-offlinepwd-get'
import { name, oneOf, optionalText, secondsOrNone } from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { flooredToHour, hoursFromNow, issueOfflinePassword } from '../../../world/offline-passwords'
import { operation } from '../../operation'
import { kindOfType, types } from '../shared/offline-passwords'

/** As documented: single use within six hours, a clearing code within a day. */
const lastsHours = { once: 6, 'clear-all': 24 }

export const lockOfflinepwdGetOperation = operation(lockOfflinepwdGet, {
  params: {
    devId: name,
    pwdType: oneOf(types),
    gmtStart: secondsOrNone,
    gmtExpired: secondsOrNone,
    pwdName: optionalText,
    countryCode: optionalText,
    mobile: optionalText,
  },
  handle: (cloud, { devId, pwdType, gmtStart, gmtExpired, pwdName = '', mobile }) => {
    const lock = lockFor(lockOfflinepwdGet, cloud.world, devId)
    const kind = kindOfType[pwdType]
    const validity =
      kind === 'multiple'
        ? readValidity(cloud, gmtStart, gmtExpired)
        : fixedValidity(cloud, lastsHours[kind], gmtStart + gmtExpired)
    const { pin, id } = issueOfflinePassword(
      cloud,
      lock,
      { kind, name: pwdName, ...validity, ...(mobile !== undefined && { mobile }) },
      lockOfflinepwdGet.name,
    )
    return { pwd: pin, pwdId: id }
  },
})

const readValidity = ({ now }: Cloud, start: number, end: number) => {
  const effectiveTime = flooredToHour(start)
  const invalidTime = flooredToHour(end)
  if (start === 0) return refuse('param is empty', 'gmtStart')
  if (end === 0) return refuse('param is empty', 'gmtExpired')
  if (invalidTime <= effectiveTime) return refuse('param is illegal', 'gmtExpired')
  if (invalidTime * 1000 <= now()) return refuse('time is in the past', 'gmtExpired')
  return { effectiveTime, invalidTime }
}

/** The table requires 0 and 0; the sample sends times. */
const fixedValidity = (cloud: Cloud, hours: number, times: number) =>
  times > 0 ? refuse('param is illegal', 'gmtStart') : hoursFromNow(cloud, hours)
