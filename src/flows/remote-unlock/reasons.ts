import { LockError } from '../../core/errors/lock-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'

const advice = {
  'switched-off': 'Switch this way of remote unlocking on first, with setRemoteUnlock.',
  offline: 'Wake the lock or bring it online first.',
  'no-permission': 'The current user may not use this lock; ask its owner.',
  busy: 'Another order to this lock is under way: wait until it ends, or cancel it.',
  refused: 'The cloud answered that it did not do it; nothing moved.',
  failed:
    'The lock could not move its bolt; look whether the door is shut and nothing is in the way.',
  'invalid-key': 'The lock did not take the key of the cloud; try again.',
  'key-used-up': 'The key of the cloud was used too often; try again.',
  'out-of-validity': 'The key of the cloud is not valid now; check the clock of the lock.',
  'wrong-key': 'The key of the cloud is not that of the lock; pair it again.',
} as const

/** Why an unlock or a lock failed, where the flow found it out itself or the lock said so. */
export type RemoteUnlockReason = keyof typeof advice

export const isReason = (name: unknown): name is RemoteUnlockReason =>
  typeof name === 'string' && Object.keys(advice).indexOf(name) >= 0

export const lockError = (
  origin: ErrorOrigin,
  reason: RemoteUnlockReason,
): LockError<RemoteUnlockReason> => new LockError(origin, reason, advice[reason])
