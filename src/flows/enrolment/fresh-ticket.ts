import { isTransportError } from '../../core/errors/transport-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { throwIfCancelled } from '../shared/attempt'
import { pause } from '../shared/first-of'
import type { LockContext } from '../shared/lock-context'
import { origin, sdkErrorOf } from './enrolment-error'

/** How often an order is begun at most. */
const TRIES = 3
/** Before it is begun again, unless the cloud asks for another wait. */
const WAIT_MS = 1_000
/** A ticket is not used in the last moments of its life: the clock of the cloud is not ours. */
const MARGIN_MS = 10_000
const TOO_MANY_REQUESTS = 429

export interface SealedPassword {
  readonly ticket_id: string
  readonly password: string
}

/**
 * An order that carries a password: each try has a ticket of its own, which is never used twice. Begun again only where
 * the order was refused before it was carried out.
 */
export const withFreshTicket = async <T>(
  lock: LockContext,
  digits: string,
  signal: AbortSignalLike,
  order: (sealed: SealedPassword) => Promise<T>,
): Promise<T> => {
  for (let tries = 1; ; tries++) {
    const sealed = await unlessCancelled(signal, seal(lock, digits, signal))
    try {
      return await order(sealed)
    } catch (error) {
      const waitMs = refusedFor(error)
      if (waitMs === undefined || tries === TRIES) throw error
      await unlessCancelled(signal, pause(waitMs, lock.clock, origin, signal))
    }
  }
}

/** Between two orders: whoever cancels here has cancelled one that never left. */
const unlessCancelled = async <T>(signal: AbortSignalLike, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } finally {
    throwIfCancelled(signal, origin)
  }
}

/** `undefined` where it may have been carried out, or where beginning again does not help. */
const refusedFor = (error: unknown): number | undefined => {
  const isRefused =
    (isVendorError(error) && error.class === 'refused') ||
    (isTransportError(error) && error.statusCode === TOO_MANY_REQUESTS)
  return isRefused ? (error.retryAfterMs ?? WAIT_MS) : undefined
}

const seal = async (
  { call, deviceId, clock, options: { passwordCipher } }: LockContext,
  digits: string,
  signal: AbortSignalLike,
): Promise<SealedPassword> => {
  if (passwordCipher === undefined)
    throw new UnsupportedError(origin, 'a password is encrypted, and there is no passwordCipher.')
  for (;;) {
    const ticket = await call('doorLock.passwordTicket', { device_id: deviceId }, { signal })
    const goodUntilMs = clock.now() + ticket.expire_time * 1000 - MARGIN_MS
    const password = await passwordCipher.encrypt(ticket, digits).then(undefined, (error) => {
      throw sdkErrorOf(error, 'not-sent')
    })
    // A cipher may be a server far away; a ticket that it outlived is thrown away.
    if (clock.now() < goodUntilMs || ticket.expire_time * 1000 <= MARGIN_MS)
      return { ticket_id: ticket.ticket_id, password }
  }
}
