import { LockError } from '../../core/errors/lock-error'
import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { MemberFailure } from './member'

/** Throws a ParamsError with one issue if the condition is false. */
export const expectParam: (
  isValid: boolean,
  origin: ErrorOrigin,
  path: string,
  message: string,
) => asserts isValid = (isValid, origin, path, message) => {
  if (!isValid) throw new ParamsError(origin, [{ path, message }])
}

export const expectId = (id: string, origin: ErrorOrigin): void =>
  expectParam(typeof id === 'string' && id !== '', origin, 'id', 'expected the id of a member')

export const failWith = (origin: ErrorOrigin, reason: MemberFailure, advice: string): never => {
  throw new LockError<MemberFailure>(origin, reason, advice)
}

/** An operation that succeeds with `false` has not executed. */
export const expectDone = (origin: ErrorOrigin, answer: unknown): void => {
  if (answer === false)
    failWith(origin, 'not-done', 'Read the members and their methods before you try again.')
}
