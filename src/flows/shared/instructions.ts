import type { LockContext, ResultOfCall } from './lock-context'
import { isLockTypeRefused } from './refused-lock-type'

export const INSTRUCTIONS = 'doorLock.getAvailableInstructions'

export type Instructions = ResultOfCall<typeof INSTRUCTIONS>

/** Reads the data points of a lock once; a failure is not cached. Empty if the panel or the lock does not support the operation. */
export const instructionsOf = (lock: LockContext): (() => Promise<Instructions>) => {
  let reading: Promise<Instructions> | undefined
  return () => {
    if (!lock.supports(INSTRUCTIONS)) return Promise.resolve([])
    if (reading === undefined) {
      reading = lock
        .call(INSTRUCTIONS, { device_id: lock.deviceId })
        .catch((error: unknown): Instructions => {
          if (isLockTypeRefused(error)) return []
          throw error
        })
      reading.catch(() => {
        reading = undefined
      })
    }
    return reading
  }
}
