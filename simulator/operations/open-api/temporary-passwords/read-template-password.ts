import { readTemplatePassword } from '../../../../actions/open-api/temporary-passwords/read-template-password'
import { findPassword } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import type { TemporaryPassword } from '../../../world/temporary-password'
import { operation } from '../../operation'
import { passwordPath } from '../shared/temporary-password'

const operations = {
  'create-password': 'ADD',
  'modify-password': 'MODIFY',
  'delete-password': 'DELETE',
} as const

const deliveryOf = ({ state }: TemporaryPassword): 'ONGOING' | 'SUCCESS' | 'FAILED' => {
  if (state === 'failed-to-send') return 'FAILED'
  return state === 'to-be-sent' || state === 'to-be-deleted' ? 'ONGOING' : 'SUCCESS'
}

/** A password without a number on the lock gets its position. */
export const readTemplatePasswordOperation = operation(readTemplatePassword, {
  params: passwordPath,
  handle: ({ world }, { device_id, password_id }) => {
    const lock = lockFor(readTemplatePassword, world, device_id)
    const password = findPassword(world, lock, password_id)
    const ofLock = world.temporaryPasswords.filter(({ lockId }) => lockId === lock.id)
    const isSingleUse = password.type === 1
    return {
      pwd_id: password.id,
      name: password.name,
      pwd_type: isSingleUse ? 1 : 0,
      pwd_type_code: isSingleUse ? 'once' : 'temp',
      effective_time: password.effectiveTime,
      expired_time: password.invalidTime,
      operate: operations[password.command.kind],
      delivery_status: deliveryOf(password),
      sn: password.sn ?? ofLock.indexOf(password) + 1,
      gmt_create: password.createdAtMs ?? 0,
    }
  },
})
