import { CancelledError } from '../../core/errors/cancelled-error'
import { type ErrorOrigin, isSdkError, type SdkError } from '../../core/errors/sdk-error'
import { describeThrown } from '../../core/errors/thrown'
import { TransportError } from '../../core/errors/transport-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { LockContext } from './lock-context'

/** A cipher may call a server. */
const TIMEOUT_MS = 15_000

/**
 * Calls a function of the app with a time limit. A third-party error may quote a password, so it is replaced.
 */
export const callHost = <T>(
  what: string,
  callback: () => PromiseLike<T> | T,
  { clock }: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
  signal?: AbortSignalLike,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const end = () => {
      timer.unsubscribe()
      signal?.removeEventListener('abort', cancel)
    }
    const fail = (error: unknown) => {
      end()
      reject(error)
    }
    const failFor = (reason: string) =>
      fail(new TransportError(origin, { delivery: 'not-sent', reason }))
    const cancel = () => fail(new CancelledError(origin, 'not-sent'))
    const timer = clock.schedule(() => failFor(`${what} did not answer in time`), TIMEOUT_MS)
    if (signal?.aborted === true) return cancel()
    signal?.addEventListener('abort', cancel)
    Promise.resolve()
      .then(callback)
      .then(
        (answer) => {
          end()
          resolve(answer)
        },
        (error: unknown) =>
          isSafeError(error)
            ? fail(error)
            : failFor(`${what} failed with ${describeThrown(error)}`),
      )
  })

/** Our own error may be passed on, unless it could be mistaken for a lost answer to the command. */
const isSafeError = (error: unknown): error is SdkError =>
  isSdkError(error) &&
  error.kind !== 'outcome-unknown' &&
  (error as { readonly delivery?: unknown }).delivery !== 'unknown'

/** Encrypts with a cipher, which must return hex-encoded 16-byte blocks; a plain PIN is rejected. */
export const callCipher = async (
  callback: () => PromiseLike<string> | string,
  context: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
  signal?: AbortSignalLike,
): Promise<string> => {
  const password: unknown = await callHost('the password cipher', callback, context, origin, signal)
  if (typeof password === 'string' && /^(?:[\da-f]{32})+$/i.test(password)) return password
  throw new TransportError(origin, {
    delivery: 'not-sent',
    reason: 'the password cipher did not return hex-encoded 16-byte blocks',
  })
}
