import { enrolUnlockMethod } from '../../../../actions/open-api/unlock-methods/enrol-unlock-method'
import { optional } from '../../../checks/check'
import { name, oneOf } from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import { startEnrolment } from '../../../hardware/cloud-enrolment'
import { refuse } from '../../../refusal'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { readPin } from '../../../world/password-rules'
import { radioOf } from '../../../world/phase'
import { spendTicket } from '../../../world/tickets'
import { operation } from '../../operation'
import { checkUserKind, dpCodeOf, userKind } from '../shared/unlock-method-params'

/** A password is typed at the lock. A Bluetooth lock receives it in the call, encrypted with a ticket. */
export const enrolUnlockMethodOperation = operation(enrolUnlockMethod, {
  params: {
    device_id: name,
    user_id: name,
    user_type: optional(userKind),
    unlock_type: oneOf(['fingerprint', 'password', 'card', 'face', 'remoteControl']),
    password_type: optional(oneOf(['ticket'])),
    ticket_id: optional(name),
    password: optional(name),
  },
  handle: (cloud, { device_id, user_id, user_type = 1, unlock_type, ticket_id, password }) => {
    const lock = lockFor(enrolUnlockMethod, cloud.world, device_id)
    checkUserKind(lock, user_type)
    const { lockUser } = findMember(cloud.world, lock, user_id)
    if (!lock.online) return refuse('device is offline')
    if (lock.enrolment !== undefined) return refuse('operation in progress')
    const dpCode = dpCodeOf(unlock_type)
    if (!Object.hasOwn(lock.dpIds, dpCode)) return refuse('command or value not supported', dpCode)
    const pin =
      unlock_type === 'password' && radioOf(lock) === 'ble'
        ? sentPin(cloud, lock, ticket_id, password)
        : undefined
    cloud.record({
      deviceId: lock.id,
      command: 'start-enrolment',
      action: enrolUnlockMethod.name,
      reached: 'lock',
      detail: { dpCode, userId: user_id },
    })
    startEnrolment(cloud, lock, { dpCode, memberId: lockUser.lockUserId, pin })
    return true
  },
})

const sentPin = (
  cloud: Cloud,
  lock: Lock,
  ticketId: string | undefined,
  password: string | undefined,
): string => {
  if (ticketId === undefined) return refuse('param is empty', 'ticket_id')
  if (password === undefined) return refuse('param is empty', 'password')
  return readPin(password, spendTicket(cloud, lock.id, ticketId).sessionKey, lock)
}
