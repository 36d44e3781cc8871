import type { LockContext } from '../shared/lock-context'
import { isNotOpen, sharingError } from './sharing-error'

const ADVICE = 'Check the users of the lock: the invitation may have been accepted.'

/** Cancels an invitation that was not accepted yet. */
export const cancel = async (
  { call }: LockContext,
  { id, ticket }: { readonly id: string; readonly ticket: string },
): Promise<void> => {
  const params = { sharing_id: id, sharing_ticket: ticket }
  let isCancelled: boolean
  try {
    isCancelled = await call('doorLock.cancelPermissionSharing', params)
  } catch (error) {
    throw isNotOpen(error) ? sharingError('cancel', 'not-open', ADVICE) : error
  }
  if (!isCancelled) throw sharingError('cancel', 'not-cancelled', ADVICE)
}
