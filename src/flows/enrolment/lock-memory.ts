import { perLock } from '../shared/per-lock'
import { lockError } from './enrolment-error'

/** What is kept of a lock from one enrolment to the next, whoever made the `lock` object. */
export interface LockMemory {
  isEnrolling: boolean
  /** On the clock of the cloud. */
  lastPushMs: number
}

export const memoryOf = /*#__PURE__*/ perLock<LockMemory>(() => ({
  isEnrolling: false,
  lastPushMs: 0,
}))

/** One at a time: a second one fails, and nothing of it is sent. */
export const aloneAt = async <T>(memory: LockMemory, work: () => Promise<T>): Promise<T> => {
  if (memory.isEnrolling) throw lockError('busy')
  memory.isEnrolling = true
  try {
    return await work()
  } finally {
    memory.isEnrolling = false
  }
}
