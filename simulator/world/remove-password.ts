import type { Cloud } from '../cloud'
import { deliverPasswords } from './deliver-passwords'
import type { TemporaryPassword } from './temporary-password'

/** Whether a password was ever sent to the lock. */
export const isKnownToLock = ({ state, command }: TemporaryPassword): boolean =>
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
