import type { Action } from '../../../src/core/action'
import type { Cloud } from '../../cloud'
import { runWhenAwake, sleepMsOf } from '../../hardware/schedule'
import { refuse } from '../../refusal'
import { passwordOpensNow } from '../../world/find-password'
import type { Lock } from '../../world/lock'
import { openBolt } from '../../world/open-bolt'
import { readPin } from '../../world/password-rules'
import { recordBolt } from '../../world/record-bolt'
import { raiseAlarm } from '../../world/report'
import { spendTicket } from '../../world/tickets'

/**
 * The documents describe only the length and the encryption of the password. What was chosen: the lock unlocks with a
 * temporary password that it has and that is valid now, and raises an alarm for any other one. A sleeping lock verifies
 * the password when it wakes, so the cloud answers before the result is known.
 */
export const enterPassword = (
  cloud: Cloud,
  action: Pick<Action, 'name'>,
  lock: Lock,
  { encryptedPin, ticketId }: { readonly encryptedPin: string; readonly ticketId: string },
): true => {
  const { sessionKey } = spendTicket(cloud, lock.id, ticketId)
  const pin = readPin(encryptedPin, sessionKey, lock)
  if (!lock.remoteUnlock.remoteUnlockWithPwd) return refuse('status does not allow it')
  if (!lock.online) return refuse('device is offline')
  if (sleepMsOf(cloud, lock) > 0) {
    runWhenAwake(cloud, lock, () => enterPin(cloud, action, lock, pin))
    return true
  }
  return enterPin(cloud, action, lock, pin) || refuse('no effective password')
}

const ONE_TIME = 1

/** Whether the lock accepted the PIN. */
const enterPin = (
  cloud: Cloud,
  { name }: Pick<Action, 'name'>,
  lock: Lock,
  pin: string,
): boolean => {
  const password = cloud.world.temporaryPasswords.find(
    (one) => one.lockId === lock.id && one.pin === pin && passwordOpensNow(cloud, lock, one),
  )
  if (password === undefined) {
    raiseAlarm(cloud, lock, 'alarm_lock', 'wrong_password')
    return false
  }
  const entry = { command: 'unlock', action: name, detail: {} } as const
  const how = { type: 'unlock_temporary', value: password.id }
  recordBolt(cloud, lock, entry, () => openBolt(cloud, lock, how))
  if (password.type === ONE_TIME) password.state = 'deleted'
  return true
}
