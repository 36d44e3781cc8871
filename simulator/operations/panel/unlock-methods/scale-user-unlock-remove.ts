import { scaleUserUnlockRemove } from '../../../../actions/panel/unlock-methods/scale-user-unlock-remove'
import { name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { methodNamed } from '../../../world/unlock-methods'
import { operation } from '../../operation'

/** Unassigns a method; it stays on the lock. */
export const scaleUserUnlockRemoveOperation = operation(scaleUserUnlockRemove, {
  params: { devId: name, unlockId: name },
  handle: ({ world }, { devId, unlockId }) => {
    const method = methodNamed(lockFor(scaleUserUnlockRemove, world, devId), unlockId)
    if (method.userId === undefined) return refuse('no such record', 'unlockId')
    delete method.userId
    return true
  },
})
