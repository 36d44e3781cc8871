import { memberOpmodeUpdate } from '../../../../actions/panel/unlock-methods/member-opmode-update'
import { name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const memberOpmodeUpdateOperation = operation(memberOpmodeUpdate, {
  params: { devId: name, opmodeId: name, unlockName: name },
  handle: ({ world }, { devId, opmodeId, unlockName }) => {
    const lock = lockFor(memberOpmodeUpdate, world, devId)
    const method =
      lock.opmodes.find(({ id }) => id === opmodeId) ?? refuse('no such record', 'opmodeId')
    method.name = unlockName
    return true
  },
})
