import type { LockContext, ResultOfCall } from './lock-context'

const INSTRUCTIONS = 'doorLock.getAvailableInstructions'

export type Instructions = ResultOfCall<typeof INSTRUCTIONS>

export const supportsInstructions = (lock: LockContext): boolean => lock.supports(INSTRUCTIONS)

/** Reads the data points of a lock once; a failure is not cached. Empty if the panel does not support the operation. */
export const instructionsOf = (lock: LockContext): (() => Promise<Instructions>) => {
  let reading: Promise<Instructions> | undefined
  return () => {
    if (!supportsInstructions(lock)) return Promise.resolve([])
    if (reading === undefined) {
      reading = lock.call(INSTRUCTIONS, { device_id: lock.deviceId })
      reading.catch(() => {
        reading = undefined
      })
    }
    return reading
  }
}
