import { scaleHijackingRemoveConfig } from '../../../../actions/panel/unlock-methods/scale-hijacking-remove-config'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { hijackedMethod, hijackingParams } from '../shared/unlock-methods'

/** Refused for a method without a duress alarm. */
export const scaleHijackingRemoveConfigOperation = operation(scaleHijackingRemoveConfig, {
  params: hijackingParams,
  handle: ({ world }, { devId, ...halves }) => {
    const method = hijackedMethod(lockFor(scaleHijackingRemoveConfig, world, devId), halves)
    if (!method.hijack) return refuse('no such record', 'dpValue')
    method.hijack = false
    return true
  },
})
