import { CancelledError } from '../../core/errors/cancelled-error'
import { ResponseError } from '../../core/errors/response-error'
import { isSdkError } from '../../core/errors/sdk-error'
import { isTransportError } from '../../core/errors/transport-error'
import { isCertainlyNotExecuted } from '../../core/pipeline/may-retry'
import { pause } from '../shared/first-of'
import type { ResultOfCall } from '../shared/lock-context'
import type { Run } from './run'

export type Ticket = ResultOfCall<'doorLock.passwordTicket'>

/** Sends an order with its ticket, once. */
export type SendWithTicket<Result> = () => Promise<Result>

const MOST_TRIES = 3
/** So much before its end a ticket is not used any more: it takes time to reach the cloud. */
const MARGIN_MS = 10_000
/** Where the cloud does not say how long to wait. */
const PAUSE_MS = 1_000
const TICKET = 'doorLock.passwordTicket'

/**
 * Gives an order a ticket of its own, and starts over with a new one where the cloud refused before it carried anything
 * out; at most three times in all. `prepare` makes the order out of the ticket and sends nothing.
 */
export const withTicket = async <Result>(
  run: Run,
  prepare: (ticket: Ticket) => Promise<SendWithTicket<Result>>,
): Promise<Result> => {
  const { clock, call, deviceId } = run.context
  for (let tries = 1; ; tries++) {
    run.tell({ step: 'ticket' })
    const ticket = await run.before((options) => call(TICKET, { device_id: deviceId }, options))
    // The cloud says how long it is good from now on.
    const usableUntilMs = clock.now() + ticket.expire_time * 1000 - MARGIN_MS
    const send = await run.before(() => prepare(ticket))
    if (clock.now() < usableUntilMs)
      try {
        return await send()
      } catch (error) {
        if (tries >= MOST_TRIES || !wasRefused(error)) throw error
        await rest(run, error)
      }
    else if (tries >= MOST_TRIES) throw endsTooSoon()
  }
}

const endsTooSoon = () =>
  new ResponseError({ action: TICKET, family: 'mini-program' }, [
    { path: 'expire_time', message: `expected more than ${MARGIN_MS / 1000} seconds` },
  ])

/** It reached the cloud, which did nothing. What never left, the panel has tried again already. */
const wasRefused = (error: unknown): boolean =>
  isSdkError(error) &&
  isCertainlyNotExecuted(error) &&
  !(isTransportError(error) && error.delivery === 'not-sent')

/** Waits as long as the cloud asks for; gives up where the time of the attempt does not allow it. */
const rest = async ({ context, origin, signal, leftMs }: Run, error: unknown): Promise<void> => {
  const { retryAfterMs = PAUSE_MS } = error as { readonly retryAfterMs?: number }
  if (retryAfterMs >= leftMs()) throw error
  await pause(retryAfterMs, context.clock, origin, signal).catch(() => {
    throw new CancelledError(origin, 'not-sent')
  })
}
