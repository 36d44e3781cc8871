import { removeHijack } from '../../../../actions/mini-program/door-lock/remove-hijack'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { hijackParams, namedMethod } from '../shared/hijack-params'

/** Refused for a method without a duress alarm. */
export const removeHijackOperation = operation(removeHijack, {
  params: hijackParams,
  handle: ({ world }, params) => {
    const method = namedMethod(lockFor(removeHijack, world, params.device_id), params)
    if (!method.hijack) return refuse('no such record', 'unlock_no')
    method.hijack = false
    return true
  },
})
