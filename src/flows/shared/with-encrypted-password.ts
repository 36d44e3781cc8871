import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { PasswordCipher } from '../../crypto/password-cipher'
import { callCipher } from './call-host'
import type { LockContext } from './lock-context'
import { type TicketUse, withTicket } from './with-ticket'

/** What an order with an encrypted password carries. */
export interface EncryptedPassword {
  readonly password: string
  readonly password_type: 'ticket'
  readonly ticket_id: string
}

export type OrderWithPassword = <Result>(
  digits: string,
  order: (secret: EncryptedPassword, options: CallOptions) => Promise<Result>,
) => Promise<Result>

/** Throws an UnsupportedError where the lock has no tickets, or was made without a cipher. */
export const cipherOf = (
  { selectOperation, options }: LockContext,
  origin: ErrorOrigin,
): PasswordCipher => {
  selectOperation(origin.action, [['doorLock.passwordTicket', true]])
  if (options.passwordCipher === undefined)
    throw new UnsupportedError(origin, 'this lock was made without a passwordCipher.')
  return options.passwordCipher
}

/**
 * An order that carries digits, encrypted anew with each ticket. Throws as `cipherOf`, at once.
 */
export const withEncryptedPassword = (use: TicketUse): OrderWithPassword => {
  const { context, origin } = use
  const passwordCipher = cipherOf(context, origin)
  return (digits, order) =>
    withTicket(use, async ({ ticket_id, ticket_key }, { signal }) => {
      const encrypt = () => passwordCipher.encrypt({ ticket_key }, digits)
      const password = await callCipher(encrypt, context, origin, signal)
      return (options) => order({ password, password_type: 'ticket', ticket_id }, options)
    })
}
