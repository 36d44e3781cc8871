import type { LockContext } from '../shared/lock-context'

/** A password that the lock works out by itself, from the time. */
export interface DynamicPassword {
  readonly password: string
  /** Milliseconds since 1970; until then it opens as often as it is typed. */
  readonly validUntilMs: number
}

/** The vendor: "usable multiple times within 5 minutes". Locks may take it for longer, never count on that. */
const LASTS_MS = 300_000

export const fetchDynamic = async ({
  call,
  clock,
  deviceId,
}: LockContext): Promise<DynamicPassword> => {
  // The cloud made it at some moment after this one.
  const validUntilMs = clock.now() + LASTS_MS
  const { dynamic_password } = await call('doorLock.getDynamicPassword', { device_id: deviceId })
  return { password: dynamic_password, validUntilMs }
}
