import type { PanelOfLock } from '../shared/lock-options'
import { lockError } from './enrolment-error'

/** What is kept of a lock from one enrolment to the next, whoever made the `lock` object. */
export interface LockMemory {
  isEnrolling: boolean
  /** On the clock of the cloud. */
  lastPushMs: number
}

const memories = /*#__PURE__*/ new WeakMap<PanelOfLock, Map<string, LockMemory>>()

export const memoryOf = (panel: PanelOfLock, deviceId: string): LockMemory => {
  const locks = memories.get(panel) ?? new Map<string, LockMemory>()
  memories.set(panel, locks)
  const memory = locks.get(deviceId) ?? { isEnrolling: false, lastPushMs: 0 }
  locks.set(deviceId, memory)
  return memory
}

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
