import { createMutex } from '../../core/rx/mutex'
import { perLock } from '../shared/per-lock'

/**
 * What makes or changes passwords of a lock takes turns, whoever asks: a lost answer is made good by what the list shows
 * next, and of two orders at a time nothing there would tell which one it was.
 */
export const mutexOf = /*#__PURE__*/ perLock(createMutex)

export type Mutex = ReturnType<typeof mutexOf>
