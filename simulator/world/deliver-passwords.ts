import type { Cloud } from '../cloud'
import type { Lock } from './lock'
import type { PasswordState, TemporaryPassword } from './temporary-password'

/** How long a lock takes to confirm a command about a password. */
const CONFIRMATION_MS = 2_000

/** The state of a password after its lock confirms; `undefined` without a pending command. */
const confirmedState = (
  lock: Lock | undefined,
  { state }: TemporaryPassword,
): PasswordState | undefined => {
  if (state === 'to-be-sent') return lock?.refusesPasswords === true ? 'failed-to-send' : 'sent'
  if (state !== 'to-be-deleted') return undefined
  return lock?.revokedPhase === undefined ? 'deleted' : 'revoked'
}

/**
 * Sends commands about passwords to their locks: a command reaches a lock as soon as it is online, and is confirmed a
 * moment later. Called whenever the world is read, so that it needs no timer of its own.
 */
export const deliverPasswords = (cloud: Cloud): void => {
  const { temporaryPasswords, locks } = cloud.world
  for (const password of temporaryPasswords) {
    const { command, lockId } = password
    const lock = locks.find(({ id }) => id === lockId)
    if (confirmedState(lock, password) === undefined) continue
    if (command.confirmedAtMs !== undefined || lock?.online !== true) continue
    command.confirmedAtMs = cloud.now() + CONFIRMATION_MS
    cloud.record({
      deviceId: lockId,
      command: command.kind,
      action: command.action,
      reached: 'lock',
      detail: { passwordId: password.id, name: password.name },
    })
  }
  confirmPasswords(temporaryPasswords, locks, cloud.now())
}

/** Applies the confirmations of the locks until a time, milliseconds since 1970. */
export const confirmPasswords = (
  passwords: readonly TemporaryPassword[],
  locks: readonly Lock[],
  untilMs: number,
): void => {
  for (const password of passwords) {
    const { confirmedAtMs } = password.command
    if (confirmedAtMs === undefined || confirmedAtMs > untilMs) continue
    const lock = locks.find(({ id }) => id === password.lockId)
    password.state = confirmedState(lock, password) ?? password.state
  }
}
