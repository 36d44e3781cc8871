import { setDuressAlarm } from '../../../../actions/open-api/unlock-methods/set-duress-alarm'
import { name, urlInteger } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { findMethod } from '../../../world/unlock-methods'
import { operation } from '../../operation'
import { dpCodeOf, unlockType } from '../shared/unlock-method-params'

export const setDuressAlarmOperation = operation(setDuressAlarm, {
  params: { device_id: name, unlock_type: unlockType, unlock_no: urlInteger() },
  handle: ({ world }, { device_id, unlock_type, unlock_no }) => {
    const lock = lockFor(setDuressAlarm, world, device_id)
    findMethod(lock, { dpCode: dpCodeOf(unlock_type), unlockSn: unlock_no }).hijack = true
    return true
  },
})
