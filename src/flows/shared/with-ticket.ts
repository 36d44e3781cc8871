import { type ErrorOrigin, isSdkError } from '../../core/errors/sdk-error'
import { isTransportError, TransportError } from '../../core/errors/transport-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import { isCertainlyNotExecuted } from '../../core/pipeline/may-retry'
import { delay } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { PasswordCipher } from '../../crypto/password-cipher'
import { callCipher } from './call-host'
import { TICKET } from './channel'
import type { LockContext } from './lock-context'

const MAX_TICKETS = 3
/** A ticket with less validity is not used, because one request may take as long. */
const MIN_VALIDITY_MS = 10_000
/** A command that still waits in the panel this long before its ticket expires is not sent. */
const SEND_MARGIN_MS = 5_000
/** The deadline of the command, as for any call. */
const DEADLINE_MS = 30_000
/** The wait before the next ticket, if the cloud names none. */
const RETRY_DELAY_MS = 1_000

export interface TicketOptions {
  readonly context: LockContext
  readonly origin: ErrorOrigin
  readonly signal?: AbortSignalLike | undefined
  /** Called before each ticket is fetched. */
  readonly onTicket?: () => void
  /** Wraps everything before the command; no command was sent if it fails. */
  readonly beforeCommand?: <T>(work: (options: CallOptions) => PromiseLike<T>) => Promise<T>
  /** The longest wait that a busy cloud may request. @default 30 seconds */
  readonly maxDelayMs?: () => number
}

/** The fields of a command with an encrypted password. */
export interface EncryptedPassword {
  readonly password: string
  readonly password_type: 'ticket'
  readonly ticket_id: string
}

/** One ticket, for one command. */
export interface Ticket {
  readonly id: string
  /** Encrypts a PIN with the key of the ticket. Fails as `not-sent`. */
  readonly encrypt: (cipher: PasswordCipher, pin: string) => Promise<EncryptedPassword>
  /** Sends the command once. The options keep it from being sent after the ticket has expired. */
  readonly send: <Result>(command: (options: CallOptions) => PromiseLike<Result>) => Promise<Result>
}

/** Throws an UnsupportedError if the lock has no tickets, or no cipher was passed. */
export const cipherOf = (
  { selectOperation, options }: LockContext,
  origin: ErrorOrigin,
): PasswordCipher => {
  selectOperation(origin.action, [[TICKET, true]])
  if (options.passwordCipher === undefined)
    throw new UnsupportedError(origin, 'the option passwordCipher is missing.')
  return options.passwordCipher
}

/**
 * Runs `work` with a new ticket. `work` starts again with another ticket, three at most, if the cloud refused its command
 * before execution (HTTP 429, 1110, 1199), or the ticket is about to expire. A ticket is never sent twice.
 */
export const withTicket = async <Result>(
  options: TicketOptions,
  work: (ticket: Ticket) => Promise<Result>,
): Promise<Result> => {
  const { context, origin, signal, onTicket, maxDelayMs = () => DEADLINE_MS } = options
  const beforeCommand = options.beforeCommand ?? ((step) => Promise.resolve(step({ signal })))
  const { call, clock, deviceId } = context
  let failure: unknown = ticketsExpired(origin)
  for (let tickets = 1; tickets <= MAX_TICKETS; tickets++) {
    onTicket?.()
    const {
      ticket_id,
      ticket_key,
      expire_time = Number.POSITIVE_INFINITY,
    } = await beforeCommand((limits) => call(TICKET, { device_id: deviceId }, limits))
    // Counted from the receipt: the phone's clock may be wrong, but it runs as fast as the cloud's.
    const expiresAtMs = clock.now() + expire_time * 1000
    /** Undefined until `send` is called; false if the ticket is about to expire. */
    let isSent: boolean | undefined
    const ticket: Ticket = {
      id: ticket_id,
      encrypt: async (cipher, pin) => {
        const encrypt = () => cipher.encrypt({ ticket_key }, pin)
        const password = await beforeCommand((limits) =>
          callCipher(encrypt, context, origin, limits.signal),
        )
        return { password, password_type: 'ticket', ticket_id }
      },
      send: async (command) => {
        const validMs = expiresAtMs - clock.now()
        isSent = validMs > MIN_VALIDITY_MS
        if (!isSent) throw failure
        return command({ signal, deadlineMs: Math.min(validMs - SEND_MARGIN_MS, DEADLINE_MS) })
      },
    }
    try {
      return await work(ticket)
    } catch (error) {
      if (isSent === undefined) throw error
      if (!isSent) continue
      failure = error
      const delayMs = delayAfter(error)
      if (delayMs > maxDelayMs() || tickets === MAX_TICKETS) break
      await beforeCommand((limits) => delay(delayMs, clock, origin, limits.signal))
    }
  }
  throw failure
}

/**
 * The wait before the command may start again; infinite if it may have executed. The panel has already retried a command
 * that was not sent, with the same ticket.
 */
const delayAfter = (error: unknown): number => {
  const { retryAfterMs = RETRY_DELAY_MS } = error as { readonly retryAfterMs?: number }
  const isNotSent = isTransportError(error) && error.delivery === 'not-sent'
  const isRefused = isSdkError(error) && isCertainlyNotExecuted(error) && !isNotSent
  return isRefused ? retryAfterMs : Number.POSITIVE_INFINITY
}

const ticketsExpired = (origin: ErrorOrigin) =>
  new TransportError(origin, {
    delivery: 'not-sent',
    reason: 'every ticket expired before it was used',
  })
