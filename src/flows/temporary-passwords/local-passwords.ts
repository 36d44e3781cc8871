import type { LockContext } from '../shared/lock-context'
import type { TemporaryPassword } from './temporary-password'

/**
 * The passwords that this panel has stored on a lock over its data points, by their ids: neither the lock nor the cloud lists
 * them.
 */
export const localPasswordsOf = ({ sharedState }: LockContext) =>
  sharedState('local passwords', () => new Map<string, TemporaryPassword>())

/** Those that have not ended. */
export const validLocalPasswords = (context: LockContext): readonly TemporaryPassword[] =>
  Array.from(localPasswordsOf(context).values()).filter(
    ({ toMs = Number.POSITIVE_INFINITY }) => toMs > context.cloudNow(),
  )
