import { createTemporaryPassword } from '../../../../actions/mini-program/door-lock/create-temporary-password'
import { optional } from '../../../checks/check'
import { listOf } from '../../../checks/objects'
import { boolean, integer, name, optionalText, seconds } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { addPassword } from '../../../world/add-password'
import { lockFor } from '../../../world/lock-for'
import { radioOf } from '../../../world/radio'
import { spendTicket } from '../../../world/tickets'
import { operation } from '../../operation'

const MINUTES_OF_A_DAY = 1440
const ALL_DAYS = 0b1111111

export const createTemporaryPasswordOperation = operation(createTemporaryPassword, {
  params: {
    device_id: name,
    name,
    password: name,
    password_type: name,
    ticket_id: name,
    effective_time: seconds,
    invalid_time: seconds,
    phone: optionalText,
    type: optional(integer({ max: 1 })),
    time_zone: optionalText,
    schedule_list: optional(
      listOf({
        effective_time: integer({ max: MINUTES_OF_A_DAY }),
        invalid_time: integer({ max: MINUTES_OF_A_DAY }),
        working_day: integer({ max: ALL_DAYS }),
      }),
    ),
    bluetooth_symbolic: optional(boolean),
    sn: optional(integer()),
  },
  handle: (cloud, params) => {
    const lock = lockFor(createTemporaryPassword, cloud.world, params.device_id)
    if (params.password_type !== 'ticket') refuse('param is illegal', 'password_type')
    if (radioOf(lock) === 'zigbee' && params.type === undefined) refuse('param is empty', 'type')
    const { sessionKey } = spendTicket(cloud, lock.id, params.ticket_id)
    const { id } = addPassword(cloud, lock, {
      createdBy: createTemporaryPassword.name,
      name: params.name,
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
  },
})
