import { LockError } from '../../core/errors/lock-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'

const advice = {
  'switched-off': 'Switch remote unlock on with setRemoteUnlock.',
  offline: 'Bring the lock online and try again.',
  'no-permission': 'The current user has no permission; ask the owner.',
  busy: 'Another command for this lock is in progress: wait for it, or cancel it.',
  refused: 'The cloud did not execute the command; check the lock and try again.',
  failed: 'The lock could not move its bolt; check that the door is closed and not blocked.',
  'invalid-key': 'The lock rejected the key of the cloud; try again.',
  'key-used-up': 'The key of the cloud was used too often; try again.',
  'out-of-validity': 'The key of the cloud is not valid now; check the clock of the lock.',
  'wrong-key': 'The key of the cloud does not match the lock; pair it again.',
} as const

/** Why an unlock or a lock failed, as found by the flow or reported by the lock. */
export type RemoteUnlockReason = keyof typeof advice

export const isReason = (name: unknown): name is RemoteUnlockReason =>
  typeof name === 'string' && Object.keys(advice).indexOf(name) >= 0

export const lockError = (
  origin: ErrorOrigin,
  reason: RemoteUnlockReason,
): LockError<RemoteUnlockReason> => new LockError(origin, reason, advice[reason])
