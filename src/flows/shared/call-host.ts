import { CancelledError } from '../../core/errors/cancelled-error'
import { type ErrorOrigin, isSdkError, type SdkError } from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { LockContext } from './lock-context'

/** A cipher may ask a server. */
const TIMEOUT_MS = 15_000

/**
 * Asks something that the app handed in, and waits no longer than it should take. What it throws may quote a password:
 * of a foreign error nothing goes on.
 */
export const callHost = <T>(
  what: string,
  ask: () => PromiseLike<T> | T,
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
    const timer = clock.schedule(() => failFor(`${what} gave no answer in time`), TIMEOUT_MS)
    if (signal?.aborted === true) return cancel()
    signal?.addEventListener('abort', cancel)
    Promise.resolve()
      .then(ask)
      .then(
        (answer) => {
          end()
          resolve(answer)
        },
        (error: unknown) => (isTelling(error) ? fail(error) : failFor(`${what} failed`)),
      )
  })

/** An error of ours that says no more than it knows: that of a request of the host's own must not look like a lost order. */
const isTelling = (error: unknown): error is SdkError =>
  isSdkError(error) &&
  error.kind !== 'outcome-unknown' &&
  (error as { readonly delivery?: unknown }).delivery !== 'unknown'

/** Asks a cipher for a password in hex, which AES gives in whole blocks; the digits themselves are none. */
export const callCipher = async (
  ask: () => PromiseLike<string> | string,
  context: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
  signal?: AbortSignalLike,
): Promise<string> => {
  const password: unknown = await callHost('the password cipher', ask, context, origin, signal)
  if (typeof password === 'string' && /^(?:[\da-f]{32})+$/i.test(password)) return password
  throw new TransportError(origin, {
    delivery: 'not-sent',
    reason: 'the password cipher gave something else than whole blocks in hex',
  })
}
