import { type ErrorOrigin, isSdkError } from '../../core/errors/sdk-error'
import { isTransportError, TransportError } from '../../core/errors/transport-error'
import type { CallOptions } from '../../core/pipeline/call'
import { isCertainlyNotExecuted } from '../../core/pipeline/may-retry'
import { delay } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { LockContext, ResultOfCall } from './lock-context'

const TICKET = 'doorLock.passwordTicket'
const MOST_TICKETS = 3
/** A ticket that is over sooner is not used: one try of a request may take as long. */
const MARGIN_MS = 10_000
/** By then an order that waits in the panel has left, or never leaves with this ticket. */
const LAST_MOMENT_MS = 5_000
/** How long the order may take in all, as for any call. */
const DEADLINE_MS = 30_000
/** Where the cloud names no time to wait. */
const PAUSE_MS = 1_000

export type Ticket = ResultOfCall<typeof TICKET>

/** Sends an order with its ticket, once; the options keep it from leaving after the end of the ticket. */
export type SendWithTicket<Result> = (options: CallOptions) => Promise<Result>

export interface TicketUse {
  readonly context: LockContext
  readonly origin: ErrorOrigin
  readonly signal?: AbortSignalLike | undefined
  /** Called for each ticket, before it is fetched. */
  readonly onTicket?: () => void
  /** Around all that comes before an order: whatever that fails with, no order has left. */
  readonly before?: <T>(work: (options: CallOptions) => PromiseLike<T>) => Promise<T>
  /** The longest wait that a cloud with too much to do is granted. @default 30 seconds */
  readonly patienceMs?: () => number
}

/**
 * Gives an order a ticket of its own, counted from its receipt. A ticket goes out once: where the cloud refuses an order
 * before it does anything (HTTP 429, 1110, 1199), or the ticket is about to end, the order starts over with a new one;
 * three in all. `prepare` makes the order out of the ticket and sends nothing.
 */
export const withTicket = async <Result>(
  { context, origin, signal, onTicket, before, patienceMs = () => DEADLINE_MS }: TicketUse,
  prepare: (ticket: Ticket, options: CallOptions) => PromiseLike<SendWithTicket<Result>>,
): Promise<Result> => {
  const { call, clock, deviceId } = context
  const first = before ?? ((work) => Promise.resolve(work({ signal })))
  let failure: unknown = ticketsEnded(origin)
  for (let tries = 1; tries <= MOST_TICKETS; tries++) {
    onTicket?.()
    const ticket = await first((options) => call(TICKET, { device_id: deviceId }, options))
    // Whatever time the phone believes it is, its clock runs as fast as that of the cloud.
    const endsAtMs = clock.now() + ticket.expire_time * 1000
    const send = await first((options) => prepare(ticket, options))
    const leftMs = endsAtMs - clock.now()
    if (leftMs <= MARGIN_MS) continue
    try {
      return await send({ signal, deadlineMs: Math.min(leftMs - LAST_MOMENT_MS, DEADLINE_MS) })
    } catch (error) {
      failure = error
      const waitMs = waitAfter(error)
      if (waitMs > patienceMs() || tries === MOST_TICKETS) break
      await first((options) => delay(waitMs, clock, origin, options.signal))
    }
  }
  throw failure
}

/**
 * How long until the order may start over; for ever where it may have been carried out. What never left was tried again
 * by the panel already, with the same ticket, as it may.
 */
const waitAfter = (error: unknown): number => {
  const { retryAfterMs = PAUSE_MS } = error as { readonly retryAfterMs?: number }
  const neverLeft = isTransportError(error) && error.delivery === 'not-sent'
  return wasRefused(error) && !neverLeft ? retryAfterMs : Number.POSITIVE_INFINITY
}

const wasRefused = (error: unknown): boolean => isSdkError(error) && isCertainlyNotExecuted(error)

const ticketsEnded = (origin: ErrorOrigin) =>
  new TransportError(origin, {
    delivery: 'not-sent',
    reason: 'every ticket ended before it could be used',
  })
