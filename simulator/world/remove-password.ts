import type { Cloud } from '../cloud'
import { deliverPasswords } from './deliver-passwords'
import type { TemporaryPassword } from './temporary-password'

/** Whether the lock was ever told of a password. */
export const isKnownToLock = ({ state, order }: TemporaryPassword): boolean =>
  state !== 'failed-to-send' &&
  (state !== 'to-be-sent' || order.kind !== 'create-password' || order.confirmedAtMs !== undefined)

/** Takes a password off its lock; one that the lock never heard of is gone at once. */
export const removePassword = (cloud: Cloud, password: TemporaryPassword, action: string): void => {
  if (password.state === 'to-be-deleted') return
  if (!isKnownToLock(password)) {
    password.state = 'deleted'
    return
  }
  password.state = 'to-be-deleted'
  password.order = { kind: 'delete-password', action }
  deliverPasswords(cloud)
}
