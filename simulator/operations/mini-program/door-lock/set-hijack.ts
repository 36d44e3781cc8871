import { setHijack } from '../../../../actions/mini-program/door-lock/set-hijack'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { hijackParams, namedMethod } from '../shared/hijack-params'

export const setHijackOperation = operation(setHijack, {
  params: hijackParams,
  handle: ({ world }, params) => {
    namedMethod(lockFor(setHijack, world, params.device_id), params).hijack = true
    return true
  },
})
