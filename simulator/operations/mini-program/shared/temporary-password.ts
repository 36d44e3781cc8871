import type { getTemporaryPassword } from '../../../../actions/mini-program/door-lock/get-temporary-password'
import type { Action, ResultOf } from '../../../../src/core/action'
import { type CheckedBy, type Checks, optional } from '../../../checks/check'
import { listOf } from '../../../checks/composite-values'
import { boolean, integer, name, oneOf, optionalText, seconds } from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import { refuse } from '../../../refusal'
import { addPassword } from '../../../world/add-password'
import { listedHours } from '../../../world/listed-hours'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { deliveryStatusOf, phaseOf, radioOf } from '../../../world/phase'
import type { TemporaryPassword } from '../../../world/temporary-password'
import { spendTicket } from '../../../world/tickets'

const MINUTES_OF_A_DAY = 1440
const ALL_DAYS = 0b1111111

export const passwordType = oneOf(['ticket'])
export const schedule = listOf({
  effective_time: integer({ max: MINUTES_OF_A_DAY }),
  invalid_time: integer({ max: MINUTES_OF_A_DAY }),
  working_day: integer({ max: ALL_DAYS }),
})

/** The parameters of every creation; some of them also have a name. */
export const passwordParams = {
  device_id: name,
  password: name,
  password_type: passwordType,
  ticket_id: name,
  effective_time: seconds,
  invalid_time: seconds,
  phone: optionalText,
  type: optional(integer({ max: 1 })),
  time_zone: optionalText,
  schedule_list: optional(schedule),
} satisfies Checks

/** The same in the mini-program family, with the two for Bluetooth locks. */
export const newPasswordParams = {
  ...passwordParams,
  bluetooth_symbolic: optional(boolean),
  sn: optional(integer()),
} satisfies Checks

/** Creates a password from the parameters of a creation; returns its id. */
export const createPassword = (
  action: Action,
  cloud: Cloud,
  params: CheckedBy<typeof passwordParams> & { readonly sn?: number | undefined },
  passwordName: string,
) => {
  const lock = lockFor(action, cloud.world, params.device_id)
  if (radioOf(lock) === 'zigbee' && params.type === undefined) refuse('param is empty', 'type')
  const { sessionKey } = spendTicket(cloud, lock.id, params.ticket_id)
  const { id } = addPassword(cloud, lock, {
    createdBy: action.name,
    name: passwordName,
    encryptedPin: params.password,
    sessionKey,
    effectiveTime: params.effective_time,
    invalidTime: params.invalid_time,
    phone: params.phone ?? '',
    timeZone: params.time_zone ?? '',
    ...(params.type !== undefined && { type: params.type }),
    ...(params.schedule_list !== undefined && { schedule: params.schedule_list }),
    ...(params.sn !== undefined && { sn: params.sn }),
  })
  return { id }
}

/** A temporary password in an answer. */
export const passwordRow = (
  password: TemporaryPassword,
  lock: Lock,
): ResultOf<typeof getTemporaryPassword> => ({
  password_id: password.id,
  name: password.name,
  phase: password.phase ?? phaseOf(lock, password.state),
  effective_time: password.effectiveTime,
  invalid_time: password.invalidTime,
  phone: password.phone,
  time_zone: password.timeZone ?? '',
  delivery_status: deliveryStatusOf(password.state),
  schedule_list: listedHours(lock, password.schedule),
  sn: password.sn,
})
