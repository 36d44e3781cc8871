import { scaleHijackingAddConfig } from '../../../../actions/panel/unlock-methods/scale-hijacking-add-config'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { hijackedMethod, hijackingParams } from '../shared/unlock-methods'

export const scaleHijackingAddConfigOperation = operation(scaleHijackingAddConfig, {
  params: hijackingParams,
  handle: ({ world }, { devId, ...halves }) => {
    hijackedMethod(lockFor(scaleHijackingAddConfig, world, devId), halves).hijack = true
    return true
  },
})
