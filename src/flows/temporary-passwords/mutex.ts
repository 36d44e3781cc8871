import { createMutex } from '../../core/rx/mutex'
import type { LockContext } from '../shared/lock-context'

/**
 * Commands that create or change passwords of a lock run one after the other. After a lost answer, the list shows whether
 * the command executed; with two commands at a time, it could not be attributed to one of them.
 */
export const mutexOf = ({ sharedState }: LockContext) =>
  sharedState('temporary passwords', createMutex)

export type Mutex = ReturnType<typeof mutexOf>
