import type { ErrorOrigin, SdkError } from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import { isCertainlyNotExecuted } from '../../core/pipeline/may-retry'
import { pause } from '../shared/first-of'
import type { LockContext } from '../shared/lock-context'
import { askCipher } from './ask-host'

const MOST_TICKETS = 3
/** Where the cloud names no time to wait. */
const PAUSE_MS = 1_000
/** A ticket that is over sooner is not used: one try of a request may take as long. */
const MARGIN_MS = 10_000
/** How long the order may take in all, as for any call. */
const DEADLINE_MS = 30_000
const TICKET = 'doorLock.passwordTicket'

/** What an order with an encrypted password carries. */
export interface EncryptedPassword {
  readonly password: string
  readonly password_type: 'ticket'
  readonly ticket_id: string
}

type OrderWithTicket = <T>(
  digits: string,
  order: (secret: EncryptedPassword, options: CallOptions) => Promise<T>,
) => Promise<T>

/**
 * Gives an order with a ticket of its own. A ticket goes out once: where the cloud refuses an order before it does
 * anything (HTTP 429, 1110, 1199), or the ticket is about to end, the next attempt has a new one; three in all.
 *
 * Throws an UnsupportedError at once where there is no ticket or no cipher.
 */
export const withTicket = (context: LockContext, origin: ErrorOrigin): OrderWithTicket => {
  const { clock, deviceId, options } = context
  const { passwordCipher } = options
  context.pick(origin.action, [[TICKET, TICKET]])
  if (passwordCipher === undefined)
    throw new UnsupportedError(origin, 'this lock was made without a passwordCipher.')

  return async (digits, order) => {
    let failure: unknown = ticketsEnded(origin)
    for (let attempt = 1; attempt <= MOST_TICKETS; attempt++) {
      const { ticket_id, ticket_key, expire_time } = await context.call(TICKET, {
        device_id: deviceId,
      })
      // From the receipt on: whatever time the phone believes it is, its clock runs as fast as that of the cloud.
      const endsAtMs = clock.now() + expire_time * 1000
      const password = await askCipher(
        () => passwordCipher.encrypt({ ticket_key }, digits),
        context,
        origin,
      )
      const leftMs = endsAtMs - clock.now()
      if (leftMs <= MARGIN_MS) continue
      try {
        return await order(
          { password, password_type: 'ticket', ticket_id },
          { deadlineMs: Math.min(leftMs, DEADLINE_MS) },
        )
      } catch (error) {
        failure = error
        const { retryAfterMs = PAUSE_MS } = error as Partial<TransportError>
        if (!isRefused(error as SdkError) || retryAfterMs > DEADLINE_MS) break
        if (attempt < MOST_TICKETS) await pause(retryAfterMs, clock, origin)
      }
    }
    throw failure
  }
}

/** Refused before execution. What never left was tried again by the panel, with the same ticket, as it may. */
const isRefused = (error: SdkError): boolean =>
  isCertainlyNotExecuted(error) && (error as Partial<TransportError>).delivery !== 'not-sent'

const ticketsEnded = (origin: ErrorOrigin) =>
  new TransportError(origin, {
    delivery: 'not-sent',
    reason: 'every ticket ended before it could be used',
  })
