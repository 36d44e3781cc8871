import type { LockContext } from '../shared/lock-context'
import { writesOf } from '../shared/read-back'
import { isNotOpen, sharingError } from './sharing-error'
import { invitationKey } from './verify'

const ADVICE = 'Check the users of the lock: the invitation may have been accepted.'

/** Cancels an invitation that was not accepted yet. */
export const cancel = async (
  context: LockContext,
  { id, ticket }: { readonly id: string; readonly ticket: string },
): Promise<void> => {
  const params = { sharing_id: id, sharing_ticket: ticket }
  let isCancelled: boolean
  try {
    isCancelled = await context.call('doorLock.cancelPermissionSharing', params)
  } catch (error) {
    throw isNotOpen(error) ? sharingError('cancel', 'not-open', ADVICE) : error
  }
  writesOf(context).forget(invitationKey(ticket))
  if (!isCancelled) throw sharingError('cancel', 'not-cancelled', ADVICE)
}
