import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { ResponseError } from '../../core/errors/response-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { LockContext } from '../shared/lock-context'
import type { TemporaryPassword } from './temporary-password'
import type { NewTemporaryPassword, SentWindow } from './validate'

export const CREATE = 'temporaryPasswords.create'

/** The input of a creation. */
interface CreationInput {
  readonly input: NewTemporaryPassword
  readonly pin: string
  /** Reads the new passwords with its name and window; one is expected. */
  readonly find: (sent: SentWindow, options: CallOptions) => Promise<readonly TemporaryPassword[]>
}

/** The channel over one family. Throws an UnsupportedError at once if a required option is missing. */
export type Creation = (
  context: LockContext,
) => (creation: CreationInput) => Promise<TemporaryPassword>

/** The only match, if there is one. Two matches cannot be distinguished. */
export const onlyMatch = (
  [match, secondMatch]: readonly TemporaryPassword[],
  origin: ErrorOrigin,
  list: string | undefined,
): TemporaryPassword | undefined => {
  if (secondMatch === undefined) return match
  const issue = { path: '', message: 'expected one new password of this name and these times' }
  throw new OutcomeUnknownError(origin, new ResponseError(origin, [issue]), list)
}
