import { startTiming } from '../shared/cloud-now'
import type { LockContext } from '../shared/lock-context'
import { DYNAMIC } from './channels'

/** A password that the lock computes from the time. */
export interface DynamicPassword {
  /** The digits to type at the lock. */
  readonly password: string
  /** Milliseconds since 1970, by the cloud's clock; until then it opens any number of times. */
  readonly validUntilMs: number
}

/** The vendor: "usable multiple times within 5 minutes". Locks may accept it for longer. */
const VALIDITY_MS = 300_000

export const fetchDynamic = async (context: LockContext): Promise<DynamicPassword> => {
  // The cloud creates it after this moment.
  const sentAtMs = startTiming(context)
  const params = { device_id: context.deviceId }
  const { dynamic_password } = await context.call(DYNAMIC, params)
  return { password: dynamic_password, validUntilMs: sentAtMs() + VALIDITY_MS }
}
