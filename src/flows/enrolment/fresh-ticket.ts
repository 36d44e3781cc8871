import { isTransportError, TransportError } from '../../core/errors/transport-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { PasswordCipher, PasswordTicket } from '../../crypto/password-cipher'
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
/** Of the order in all, as for any call. */
const DEADLINE_MS = 30_000
const TOO_MANY_REQUESTS = 429
const TICKET = 'doorLock.passwordTicket'

export interface SealedPassword {
  readonly ticket_id: string
  readonly password: string
}

/** Throws an UnsupportedError where there can be no such order. */
export const checkTicket = ({ pick, options }: LockContext): void => {
  pick(origin.action, [[TICKET, TICKET]])
  if (options.passwordCipher === undefined)
    throw new UnsupportedError(origin, 'a password is encrypted, and there is no passwordCipher.')
}

/**
 * An order that carries a password: each try has a ticket of its own, which is never used twice. Begun again only where
 * the order was refused before it was carried out, or the ticket came to its end before.
 */
export const withFreshTicket = async <T>(
  lock: LockContext,
  digits: string,
  signal: AbortSignalLike,
  order: (sealed: SealedPassword, options: CallOptions) => Promise<T>,
): Promise<T> => {
  const { clock } = lock
  let failure: unknown = new TransportError(origin, {
    delivery: 'not-sent',
    reason: 'every ticket ended before it could be used',
  })
  for (let tries = 1; tries <= TRIES; tries++) {
    const { goodUntilMs, ...sealed } = await unlessCancelled(signal, seal(lock, digits, signal))
    const leftMs = goodUntilMs - clock.now()
    // A cipher may be a server far away.
    if (leftMs <= 0) continue
    try {
      return await order(sealed, { deadlineMs: Math.min(leftMs, DEADLINE_MS) })
    } catch (error) {
      failure = error
      const waitMs = refusedFor(error)
      if (waitMs === undefined || tries === TRIES) break
      await unlessCancelled(signal, pause(waitMs, clock, origin, signal))
    }
  }
  throw failure
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
) => {
  const ticket = await call(TICKET, { device_id: deviceId }, { signal })
  // Counted from its receipt: the clock of the cloud is not ours.
  const lifeMs = ticket.expire_time * 1000
  const goodUntilMs = clock.now() + lifeMs - Math.min(MARGIN_MS, lifeMs / 2)
  const password = await encrypted(passwordCipher, ticket, digits)
  return { ticket_id: ticket.ticket_id, password, goodUntilMs }
}

const encrypted = async (
  cipher: PasswordCipher | undefined,
  { ticket_key }: PasswordTicket,
  digits: string,
): Promise<string> => {
  try {
    return (await cipher?.encrypt({ ticket_key }, digits)) ?? ''
  } catch (error) {
    throw sdkErrorOf(error, 'not-sent')
  }
}
