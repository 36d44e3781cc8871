import type { getTemporaryPassword } from '../../../../actions/mini-program/door-lock/get-temporary-password'
import type { ResultOf } from '../../../../src/core/action'
import type { Lock } from '../../../world/lock'
import { deliveryStatusOf, phaseOf } from '../../../world/phase'
import type { TemporaryPassword } from '../../../world/temporary-password'

/** A temporary password in an answer. */
export const passwordRow = (
  password: TemporaryPassword,
  lock: Lock,
): ResultOf<typeof getTemporaryPassword> => ({
  password_id: password.id,
  name: password.name,
  phase: phaseOf(lock, password.state),
  effective_time: password.effectiveTime,
  invalid_time: password.invalidTime,
  phone: password.phone,
  time_zone: password.timeZone ?? '',
  delivery_status: deliveryStatusOf(password.state),
  schedule_list: password.schedule,
  sn: password.sn,
})
