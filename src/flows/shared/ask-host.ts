import { type ErrorOrigin, isSdkError } from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'
import type { LockContext } from './lock-context'

/** A cipher may ask a server. */
const TIMEOUT_MS = 15_000

/**
 * Asks something that the app handed in, and waits no longer than it should take. What it throws may quote a password:
 * of a foreign error nothing goes on.
 */
export const askHost = <T>(
  what: string,
  ask: () => PromiseLike<T> | T,
  { clock }: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new TransportError(origin, { delivery: 'not-sent', reason }))
    const timer = clock.schedule(() => fail(`${what} gave no answer in time`), TIMEOUT_MS)
    Promise.resolve()
      .then(ask)
      .then(
        (answer) => {
          timer.unsubscribe()
          resolve(answer)
        },
        (error: unknown) => {
          timer.unsubscribe()
          if (isSdkError(error)) reject(error)
          else fail(`${what} failed`)
        },
      )
  })

/** Asks a cipher for a password in hex, which AES gives in whole blocks; the digits themselves are none. */
export const askCipher = async (
  ask: () => PromiseLike<string> | string,
  context: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
): Promise<string> => {
  const password: unknown = await askHost('the password cipher', ask, context, origin)
  if (typeof password === 'string' && /^(?:[\da-f]{32})+$/i.test(password)) return password
  throw new TransportError(origin, {
    delivery: 'not-sent',
    reason: 'the password cipher gave something else than whole blocks in hex',
  })
}
