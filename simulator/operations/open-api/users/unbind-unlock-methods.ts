import { unbindUnlockMethods } from '../../../../actions/open-api/users/unbind-unlock-methods'
import { optional } from '../../../checks/check'
import { listOf } from '../../../checks/composite-values'
import { integer, name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { releaseMethods } from '../../../world/assign-methods'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import type { MethodNumber } from '../../../world/log'
import { radioOf } from '../../../world/phase'
import { findMethod } from '../../../world/unlock-methods'
import { operation } from '../../operation'

/** Three names of one field: that of the Chinese table, of the English one, and of the samples. */
const method = listOf({
  code: optional(name),
  Code: optional(name),
  dp_code: optional(name),
  unlock_sn: integer(),
})

export const unbindUnlockMethodsOperation = operation(unbindUnlockMethods, {
  params: { device_id: name, user_id: name, unlock_list: method },
  handle: ({ world }, { device_id, user_id, unlock_list }) => {
    const lock = lockFor(unbindUnlockMethods, world, device_id)
    const methods = unlock_list.map(({ code, Code, dp_code, unlock_sn }) => ({
      dpCode: code ?? Code ?? dp_code ?? refuse('param is empty', 'unlock_list[].code'),
      unlockSn: unlock_sn,
    }))
    checkUnbindable(lock, methods)
    releaseMethods(world, lock, user_id, methods)
    return true
  },
})

/** A method that a Bluetooth lock enrolled for a user cannot be removed from that user. */
const checkUnbindable = (lock: Lock, methods: readonly MethodNumber[]): void => {
  if (radioOf(lock) !== 'ble') return
  for (const one of methods) {
    const { userId, assigned = false } = findMethod(lock, one)
    if (userId !== undefined && !assigned) refuse('illegal operation', one.dpCode)
  }
}
