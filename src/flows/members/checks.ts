import { LockError } from '../../core/errors/lock-error'
import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { MemberFailure } from './member'

/** Throws a ParamsError with that one issue unless it holds. */
export const expectParam: (
  holds: boolean,
  origin: ErrorOrigin,
  path: string,
  message: string,
) => asserts holds = (holds, origin, path, message) => {
  if (!holds) throw new ParamsError(origin, [{ path, message }])
}

export const expectId = (id: string, origin: ErrorOrigin): void =>
  expectParam(typeof id === 'string' && id !== '', origin, 'id', 'expected the id of a member')

export const failWith = (origin: ErrorOrigin, reason: MemberFailure, advice: string): never => {
  throw new LockError<MemberFailure>(origin, reason, advice)
}

/** An operation that succeeds with `false` has done nothing. */
export const expectDone = (origin: ErrorOrigin, answer: unknown): void => {
  if (answer === false)
    failWith(origin, 'not-done', 'Read the members and their methods again before you repeat it.')
}
