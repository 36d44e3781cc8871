import { deleteDuressAlarm } from '../../../../actions/open-api/unlock-methods/delete-duress-alarm'
import { name, oneOf, urlInteger } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { findMethod } from '../../../world/unlock-methods'
import { operation } from '../../operation'

/** The types have the prefix `unlock_` here. Refused for a method without a duress alarm. */
export const deleteDuressAlarmOperation = operation(deleteDuressAlarm, {
  params: {
    device_id: name,
    unlock_type: oneOf(['unlock_fingerprint', 'unlock_card', 'unlock_password']),
    unlock_sn: urlInteger(),
  },
  handle: ({ world }, { device_id, unlock_type, unlock_sn }) => {
    const lock = lockFor(deleteDuressAlarm, world, device_id)
    const method = findMethod(lock, { dpCode: unlock_type, unlockSn: unlock_sn })
    if (!method.hijack) return refuse('no such record', 'unlock_sn')
    method.hijack = false
    return true
  },
})
