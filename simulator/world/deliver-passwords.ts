import type { Cloud } from '../cloud'

/** How long a lock takes to report that it has a password. */
export const CONFIRMATION_MS = 2_000

/**
 * Brings passwords to their locks: the order reaches a lock as soon as it is online, and is confirmed a moment
 * later. Called whenever somebody looks at the world, so that it needs no timer of its own.
 */
export const deliverPasswords = (cloud: Cloud): void => {
  const now = cloud.now()
  for (const password of cloud.world.temporaryPasswords) {
    if (password.state !== 'to-be-sent') continue
    const lock = cloud.world.locks.find(({ id }) => id === password.lockId)
    if (password.confirmedAtMs === undefined && lock?.online === true) {
      password.confirmedAtMs = now + CONFIRMATION_MS
      cloud.record({
        deviceId: lock.id,
        order: 'create-password',
        action: password.createdBy,
        detail: { passwordId: password.id, name: password.name },
      })
    }
    if (password.confirmedAtMs !== undefined && password.confirmedAtMs <= now)
      password.state = 'sent'
  }
}
