import { Observable } from 'rxjs'
import type { Clock } from '../clock'
import { CancelledError } from '../errors/cancelled-error'
import type { ErrorOrigin } from '../errors/sdk-error'
import { TransportError } from '../errors/transport-error'
import type { AbortSignalLike } from '../transport/abort-signal-like'

/**
 * Resolves with the first value of a source and unsubscribes. Fails with a CancelledError if the signal aborts first, and
 * with a TransportError if the source completes without a value. The delivery is unknown in both cases, because the
 * source may have sent a request. Replaces `firstValueFrom` of rxjs (docs/decisions/0006).
 */
export const firstValue = <T>(
  source: Observable<T>,
  origin: ErrorOrigin,
  signal?: AbortSignalLike,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const first = new Observable<T>((subscriber) => {
      const cancel = () => subscriber.error(new CancelledError(origin, 'unknown'))
      if (signal?.aborted === true) return cancel()
      signal?.addEventListener('abort', cancel)
      subscriber.add(() => signal?.removeEventListener('abort', cancel))
      subscriber.add(
        source.subscribe({
          next: (value) => {
            subscriber.next(value)
            subscriber.complete()
          },
          error: (error: unknown) => subscriber.error(error),
          complete: () =>
            subscriber.error(
              new TransportError(origin, {
                delivery: 'unknown',
                reason: 'the lock stopped responding',
              }),
            ),
        }),
      )
    })
    first.subscribe({ next: resolve, error: reject })
  })

/** Waits for `delayMs`; fails with a CancelledError if the signal aborts first. */
export const delay = (
  delayMs: number,
  clock: Clock,
  origin: ErrorOrigin,
  signal?: AbortSignalLike,
): Promise<void> =>
  firstValue(
    new Observable<void>((subscriber) => clock.schedule(() => subscriber.next(), delayMs)),
    origin,
    signal,
  )
