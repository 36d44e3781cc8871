import type { LockContext } from '../shared/lock-context'

/** A password that the lock computes from the time. */
export interface DynamicPassword {
  readonly password: string
  /** Milliseconds since 1970; until then it opens any number of times. */
  readonly validUntilMs: number
}

/** The vendor: "usable multiple times within 5 minutes". Locks may accept it for longer. */
const VALIDITY_MS = 300_000

export const fetchDynamic = async ({
  call,
  clock,
  deviceId,
}: LockContext): Promise<DynamicPassword> => {
  // The cloud creates it after this moment.
  const validUntilMs = clock.now() + VALIDITY_MS
  const { dynamic_password } = await call('doorLock.getDynamicPassword', { device_id: deviceId })
  return { password: dynamic_password, validUntilMs }
}
