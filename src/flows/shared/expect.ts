import { LockError } from '../../core/errors/lock-error'
import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'

/** Throws a ParamsError with one issue if the condition is false. */
export const expectParam: (
  isValid: boolean,
  origin: ErrorOrigin,
  path: string,
  message: string,
) => asserts isValid = (isValid, origin, path, message) => {
  if (!isValid) throw new ParamsError(origin, [{ path, message }])
}

export const expectId = (id: string, origin: ErrorOrigin, path = 'id'): void =>
  expectParam(typeof id === 'string' && id !== '', origin, path, 'expected the id of a member')

export const failWith = <Reason extends string>(
  origin: ErrorOrigin,
  reason: Reason,
  advice: string,
): never => {
  throw new LockError<Reason>(origin, reason, advice)
}

/** An operation that succeeds with `false` has not executed. */
export const expectDone = (origin: ErrorOrigin, answer: unknown): void => {
  if (answer === false)
    failWith(origin, 'not-done', 'Read the members and their methods before you try again.')
}
