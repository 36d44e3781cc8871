import type { LockContext } from '../shared/lock-context'
import { isGoneOrAccepted } from './gone'
import { sharingError } from './sharing-error'

const LOOK = 'Look at the users of the lock: it may have been accepted.'

/** Takes an invitation back that nobody accepted yet. */
export const cancel = async (
  { call }: LockContext,
  { id, ticket }: { readonly id: string; readonly ticket: string },
): Promise<void> => {
  const params = { sharing_id: id, sharing_ticket: ticket }
  let isCancelled: boolean
  try {
    isCancelled = await call('doorLock.cancelPermissionSharing', params)
  } catch (error) {
    throw isGoneOrAccepted(error) ? sharingError('cancel', 'not-open', LOOK) : error
  }
  if (!isCancelled) throw sharingError('cancel', 'not-cancelled', LOOK)
}
