import type { Clock } from '../../src/core/clock'
import { GatewayRefusal } from '../refusal'
import type { GatewayStore } from '../store/gateway-store'

/** How many calls of one user for one device are accepted in a time. */
export interface RateLimit {
  /** The most calls in one window; a further call is refused with `GATEWAY_TOO_MANY`. */
  readonly calls: number
  /** The length of a window, in milliseconds. */
  readonly windowMs: number
}

export interface RateLimitOptions {
  readonly store: GatewayStore
  readonly clock: Pick<Clock, 'now'>
  readonly limit: RateLimit
}

/**
 * Refuses calls beyond the limit, over all gateways that share the store. Without the store there is no limit: it protects
 * the quota of the project, and reads must go on.
 */
export const createRateLimit =
  ({ store, clock, limit: { calls, windowMs } }: RateLimitOptions) =>
  async (userId: string, deviceId: string): Promise<void> => {
    const now = clock.now()
    const window = Math.floor(now / windowMs)
    const key = `rate:${encodeURIComponent(userId)}:${encodeURIComponent(deviceId)}:${window}`
    const count = await store.increment(key, windowMs).catch(() => 0)
    if (count > calls)
      throw new GatewayRefusal(
        'GATEWAY_TOO_MANY',
        'Too many calls for this device, so nothing was sent. Wait, then try again.',
        (window + 1) * windowMs - now,
      )
  }
