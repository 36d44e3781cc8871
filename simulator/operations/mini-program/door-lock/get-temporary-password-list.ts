import { getTemporaryPasswordList } from '../../../../actions/mini-program/door-lock/get-temporary-password-list'
import type { ResultOf } from '../../../../src/core/action'
import { boolean, name } from '../../../checks/values'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { passwordIsValid } from '../../../world/password-is-valid'
import { deliveryStatusOf, phaseOf } from '../../../world/phase'
import type { TemporaryPassword } from '../../../world/temporary-password'
import { operation } from '../../operation'

export const getTemporaryPasswordListOperation = operation(getTemporaryPasswordList, {
  params: { device_id: name, valid: boolean },
  handle: (cloud, { device_id, valid }) => {
    const lock = lockFor(getTemporaryPasswordList, cloud.world, device_id)
    return cloud.world.temporaryPasswords
      .filter((password) => password.lockId === lock.id)
      .filter((password) => passwordIsValid(password, cloud.now()) === valid)
      .map((password) => rowOf(password, lock))
  },
})

const rowOf = (
  password: TemporaryPassword,
  lock: Lock,
): ResultOf<typeof getTemporaryPasswordList>[number] => ({
  password_id: password.id,
  name: password.name,
  phase: phaseOf(lock, password.state),
  effective_time: password.effectiveTime,
  invalid_time: password.invalidTime,
  phone: password.phone,
  time_zone: password.timeZone,
  delivery_status: deliveryStatusOf(password.state),
  schedule_list: password.schedule,
  sn: password.sn,
})
