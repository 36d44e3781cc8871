import type { LockContext, ResultOfCall } from './lock-context'

const INSTRUCTIONS = 'doorLock.getAvailableInstructions'

export type Instructions = ResultOfCall<typeof INSTRUCTIONS>

export const supportsInstructions = (lock: LockContext): boolean => lock.supports(INSTRUCTIONS)

/** Asks a lock for its data points, once; a failure is not kept. Empty where the panel cannot ask. */
export const instructionsOf = (lock: LockContext): (() => Promise<Instructions>) => {
  let asked: Promise<Instructions> | undefined
  return () => {
    if (!supportsInstructions(lock)) return Promise.resolve([])
    if (asked === undefined) {
      asked = lock.call(INSTRUCTIONS, { device_id: lock.deviceId })
      asked.catch(() => {
        asked = undefined
      })
    }
    return asked
  }
}
