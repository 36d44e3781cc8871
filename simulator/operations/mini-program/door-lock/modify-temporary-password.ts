import { modifyTemporaryPassword } from '../../../../actions/mini-program/door-lock/modify-temporary-password'
import { type CheckedBy, type Checks, optional, optionalOrEmptyText } from '../../../checks/check'
import { boolean, integer, long, name, seconds, text } from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import { refuse } from '../../../refusal'
import { changePassword, type PasswordChange } from '../../../world/change-password'
import { findUndeletedPassword } from '../../../world/find-password'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { radioOf } from '../../../world/phase'
import { spendTicket } from '../../../world/tickets'
import { operation } from '../../operation'
import { passwordType, schedule } from '../shared/temporary-password'

/** The samples send an empty text for an unchanged field. */
const changeParams = {
  device_id: name,
  password_id: long,
  name: optionalOrEmptyText(name),
  password: optionalOrEmptyText(name),
  password_type: optionalOrEmptyText(passwordType),
  ticket_id: optionalOrEmptyText(name),
  effective_time: optionalOrEmptyText(seconds),
  invalid_time: optionalOrEmptyText(seconds),
  phone: optionalOrEmptyText(text),
  type: optional(integer({ max: 1 })),
  time_zone: optionalOrEmptyText(text),
  schedule_list: optional(schedule),
  bluetooth_symbolic: optional(boolean),
} satisfies Checks

type Params = CheckedBy<typeof changeParams>

/** The full change has a password and a ticket, the rename has neither. */
export const modifyTemporaryPasswordOperation = operation(modifyTemporaryPassword, {
  params: changeParams,
  handle: (cloud, params) => {
    const lock = lockFor(modifyTemporaryPassword, cloud.world, params.device_id)
    const isFull = (params.password ?? params.ticket_id ?? params.password_type) !== undefined
    const pin = isFull ? readFullChange(cloud, lock, params) : checkRename(lock, params)
    const password = findUndeletedPassword(cloud.world, lock, params.password_id)
    const change = { ...changeOf(params), ...pin }
    changePassword(cloud, lock, password, change, modifyTemporaryPassword.name)
    return true
  },
})

/** Bluetooth locks cannot change a password. */
const readFullChange = (cloud: Cloud, lock: Lock, params: Params): PasswordChange => {
  if (radioOf(lock) === 'ble') refuse('lock type not supported', 'password')
  for (const field of ['password_type', 'effective_time', 'invalid_time'] as const)
    if (params[field] === undefined) refuse('param is empty', field)
  if (radioOf(lock) === 'zigbee' && params.type === undefined) refuse('param is empty', 'type')
  const encryptedPin = params.password ?? refuse('param is empty', 'password')
  const ticketId = params.ticket_id ?? refuse('param is empty', 'ticket_id')
  const { sessionKey } = spendTicket(cloud, lock.id, ticketId)
  return { encryptedPin, sessionKey }
}

/** Access control has only the full change. */
const checkRename = (lock: Lock, params: Params): PasswordChange => {
  if (lock.type === 'access-control')
    refuse('lock type not supported', modifyTemporaryPassword.name)
  if (params.name === undefined) refuse('param is empty', 'name')
  return {}
}

type ChangedFields = Pick<
  Params,
  'name' | 'phone' | 'effective_time' | 'invalid_time' | 'time_zone' | 'type' | 'schedule_list'
>

export const changeOf = (params: ChangedFields): PasswordChange => ({
  ...(params.name !== undefined && { name: params.name }),
  ...(params.phone !== undefined && { phone: params.phone }),
  ...(params.effective_time !== undefined && { effectiveTime: params.effective_time }),
  ...(params.invalid_time !== undefined && { invalidTime: params.invalid_time }),
  ...(params.time_zone !== undefined && { timeZone: params.time_zone }),
  ...(params.type !== undefined && { type: params.type }),
  ...(params.schedule_list !== undefined && { schedule: params.schedule_list }),
})
