import { Observable, type Unsubscribable } from 'rxjs'
import { CancelledError } from '../../core/errors/cancelled-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isUnsupportedError } from '../../core/errors/unsupported-error'
import { isVendorError } from '../../core/errors/vendor-error'
import { firstValue } from '../../core/rx/first-value'
import { shareOnce } from '../../core/rx/share-once'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { createCancellation } from '../shared/cancellation'
import type { LockContext } from '../shared/lock-context'
import type { Reader } from './read'
import type { TemporaryPassword } from './temporary-password'

/** What the attempts of a lock that wait for a password share, so that their number does not multiply the requests. */
interface WaitingAttempts {
  count: number
  /** The list that is being read, and the running pause of each interval. */
  readonly running: Map<number | 'list', Observable<unknown>>
}

export interface SharedReads {
  /** Reads the password of an attempt: alone with one request, else from one list for all. */
  readonly get: (id: string, signal: AbortSignalLike) => Promise<TemporaryPassword>
  /** Waits until the next read, at most `everyMs`; all attempts with that interval read at the same time. */
  readonly pause: (everyMs: number, signal: AbortSignalLike) => Promise<unknown>
  /** The attempt has ended. */
  readonly end: () => void
}

const priority = 'background'

export const joinReads = (
  { clock, sharedState, options: { type } }: LockContext,
  { getOnce, list }: Reader,
  origin: ErrorOrigin,
): SharedReads => {
  // The type of the lock decides how a row is read.
  const attempts = sharedState<WaitingAttempts>(`waiting for passwords of ${type}`, () => ({
    count: 0,
    running: new Map(),
  }))
  attempts.count++

  /** Joins the work under this key while it runs; the last one that leaves it stops it. */
  const join = <T>(
    key: number | 'list',
    signal: AbortSignalLike,
    work: (done: (value: T) => void, fail: (error: unknown) => void) => Unsubscribable,
  ): Promise<T> => {
    const { running } = attempts
    const shared$ =
      running.get(key) ??
      shareOnce<T>(() => new CancelledError(origin, 'unknown'))(
        new Observable((subscriber) => {
          subscriber.add(() => running.delete(key))
          subscriber.add(
            work(
              (value) => {
                running.delete(key)
                subscriber.next(value)
                subscriber.complete()
              },
              (error) => subscriber.error(error),
            ),
          )
        }),
      )
    running.set(key, shared$)
    return firstValue(shared$ as Observable<T>, origin, signal)
  }
  const readList = (signal: AbortSignalLike) =>
    join<readonly TemporaryPassword[]>('list', signal, (done, fail) => {
      const reading = createCancellation()
      list({}, { signal: reading.signal, priority }).then(done, (error: unknown) =>
        // A panel or a cloud may refuse the list; each password is read then.
        isVendorError(error) || isUnsupportedError(error) ? done([]) : fail(error),
      )
      return { unsubscribe: reading.cancel }
    })
  return {
    get: async (id, signal) => {
      const listed = attempts.count > 1 ? await readList(signal) : []
      // The list has no ended passwords.
      return listed.find((password) => password.id === id) ?? getOnce(id, { signal, priority })
    },
    pause: (everyMs, signal) =>
      join<void>(everyMs, signal, (done) => clock.schedule(() => done(), everyMs)),
    end: () => {
      attempts.count--
    },
  }
}
