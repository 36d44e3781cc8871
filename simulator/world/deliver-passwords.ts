import type { Cloud } from '../cloud'
import type { Lock } from './lock'
import type { PasswordState, TemporaryPassword } from './temporary-password'

/** How long a lock takes to confirm a command about a password. */
const CONFIRMATION_MS = 2_000

/** The state of a password after its lock confirms. */
const confirmed: Readonly<Partial<Record<PasswordState, PasswordState>>> = {
  'to-be-sent': 'sent',
  'to-be-deleted': 'deleted',
}

/**
 * Sends commands about passwords to their locks: a command reaches a lock as soon as it is online, and is confirmed a
 * moment later. Called whenever the world is read, so that it needs no timer of its own.
 */
export const deliverPasswords = (cloud: Cloud): void => {
  const now = cloud.now()
  for (const password of cloud.world.temporaryPasswords) {
    const next = confirmed[password.state]
    if (next === undefined) continue
    const { command } = password
    const lock = cloud.world.locks.find(({ id }) => id === password.lockId)
    if (command.confirmedAtMs === undefined && lock?.online === true) {
      command.confirmedAtMs = now + CONFIRMATION_MS
      cloud.record({
        deviceId: password.lockId,
        command: command.kind,
        action: command.action,
        detail: { passwordId: password.id, name: password.name },
      })
    }
    if (command.confirmedAtMs !== undefined && command.confirmedAtMs <= now)
      password.state = isRefused(lock, password) ? 'failed-to-send' : next
  }
}

const isRefused = (lock: Lock | undefined, { state }: TemporaryPassword): boolean =>
  state === 'to-be-sent' && lock?.refusesPasswords === true
