import { assignments } from '../methods/assignments'
import { ASSIGN, ASSIGN_EACH, ASSIGN_LIST } from '../methods/channels'
import type { RefWith } from '../methods/method'
import type { LockContext } from '../shared/lock-context'

/** Those that name a method by its kind and number, as the lists do. */
const names = [ASSIGN, ASSIGN_LIST, ASSIGN_EACH] as const

/**
 * Assigns a method that a lock stored without a user to the user of the enrolment; resolves with whether that succeeded.
 * The lock has the method either way, so a failure does not fail the enrolment.
 */
export const assignMethod = async (
  lock: LockContext,
  userId: string,
  method: RefWith<'kind' | 'number'>,
): Promise<boolean> => {
  const name = names.find(lock.supports)
  if (name === undefined) return false
  try {
    return (await assignments[name].send(lock, userId, [method])) !== false
  } catch {
    return false
  }
}
