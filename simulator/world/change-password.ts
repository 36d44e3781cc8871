import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import { deliverPasswords } from './deliver-passwords'
import type { Lock } from './lock'
import {
  checkBegin,
  checkFields,
  checkName,
  checkPin,
  readPin,
  validPasswordsOf,
} from './password-rules'
import type { TemporaryPassword } from './temporary-password'

/** The changes of a password; an absent field stays. */
export interface PasswordChange
  extends Partial<
    Pick<
      TemporaryPassword,
      'name' | 'phone' | 'effectiveTime' | 'invalidTime' | 'timeZone' | 'type' | 'schedule'
    >
  > {
  readonly encryptedPin?: string
  /** Required with `encryptedPin`. */
  readonly sessionKey?: string
}

/** The lock has no names and phone numbers. */
const keptInTheCloud = ['name', 'phone']

/** Changes a password in the cloud, and on the lock if the lock stores the changed field. */
export const changePassword = (
  cloud: Cloud,
  lock: Lock,
  password: TemporaryPassword,
  { encryptedPin, sessionKey = '', ...change }: PasswordChange,
  action: string,
): void => {
  if (password.state === 'to-be-deleted') refuse('status does not allow it')
  const changed = { ...password, ...change }
  const others = validPasswordsOf(cloud, lock).filter(({ id }) => id !== password.id)
  checkFields(changed)
  // As the live cloud is reported to do: a beginning that was sent again is in the past as well.
  if (change.effectiveTime !== undefined) checkBegin(cloud, change.effectiveTime)
  checkName(others, changed.name)
  if (encryptedPin !== undefined) {
    changed.pin = readPin(encryptedPin, sessionKey, lock)
    checkPin(others, lock, changed.pin)
  }
  const isRenamed = changed.name !== password.name || changed.phone !== password.phone
  // A rename on a Zigbee lock has a type, too; the same one is no change.
  const hasSameType = changed.type === (password.type ?? 0)
  Object.assign(password, changed)
  const concernsLock =
    encryptedPin !== undefined ||
    Object.keys(change).some(
      (field) => !keptInTheCloud.includes(field) && !(field === 'type' && hasSameType),
    )
  if (concernsLock) sendChange(cloud, password, action)
  else if (isRenamed)
    cloud.record({
      deviceId: lock.id,
      command: 'rename-password',
      action,
      reached: 'cloud',
      detail: { passwordId: password.id, name: password.name },
    })
}

/** A lock that was not sent the password yet receives the changed one as a new one. */
const sendChange = (cloud: Cloud, password: TemporaryPassword, action: string): void => {
  password.command = isKnownToLock(password)
    ? { kind: 'modify-password', action }
    : { kind: 'create-password', action: password.command.action }
  password.state = 'to-be-sent'
  deliverPasswords(cloud)
}

/** Whether a password was ever sent to the lock. */
const isKnownToLock = ({ state, command }: TemporaryPassword): boolean =>
  state !== 'failed-to-send' &&
  (state !== 'to-be-sent' ||
    command.kind !== 'create-password' ||
    command.confirmedAtMs !== undefined)

/** Deletes a password on its lock; one that was not sent to the lock is deleted at once. */
export const removePassword = (cloud: Cloud, password: TemporaryPassword, action: string): void => {
  if (password.state === 'to-be-deleted') return
  if (!isKnownToLock(password)) {
    password.state = 'deleted'
    return
  }
  password.state = 'to-be-deleted'
  password.command = { kind: 'delete-password', action }
  deliverPasswords(cloud)
}
