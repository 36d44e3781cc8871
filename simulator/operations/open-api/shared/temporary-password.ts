import type { readTemporaryPassword } from '../../../../actions/open-api/temporary-passwords/read-temporary-password'
import type { ResultOf } from '../../../../src/core/action'
import type { Checks } from '../../../checks/check'
import { long, name } from '../../../checks/values'
import type { Lock } from '../../../world/lock'
import { deliveryStatusOf, phaseOf } from '../../../world/phase'
import type { TemporaryPassword } from '../../../world/temporary-password'

/** The path parameters of a route on one password. */
export const passwordPath = { device_id: name, password_id: long } satisfies Checks

/** A temporary password in an answer of a route. */
export const routePasswordRow = (
  password: TemporaryPassword,
  lock: Lock,
): ResultOf<typeof readTemporaryPassword> => ({
  id: password.id,
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
