import { Observable } from 'rxjs'
import type { OpenApiToken, TokenStore } from './token-store'

/** A token, and the promise of its write to the store. */
export interface NewToken {
  readonly token: OpenApiToken
  readonly saved?: Promise<void> | undefined
}

/**
 * Subscribes to `source` in the store's lock, which is held until the token is saved, so that the next process reads it. The
 * token itself is emitted at once. Runs `source` once and without the lock if the lock fails before.
 */
export const lockedRefresh = (
  store: TokenStore | undefined,
  source: Observable<NewToken>,
): Observable<OpenApiToken> =>
  new Observable((subscriber) => {
    let hasBegun = false
    const refresh = (): Promise<void> =>
      new Promise((release) => {
        if (hasBegun || subscriber.closed) return release()
        hasBegun = true
        let saving: Promise<void> | undefined
        subscriber.add(() => saving ?? release())
        subscriber.add(
          source.subscribe({
            next: ({ token, saved }) => {
              saving = saved?.then(release)
              subscriber.next(token)
              subscriber.complete()
            },
            error: (error: unknown) => subscriber.error(error),
          }),
        )
      })
    const refreshUnlocked = () => {
      void refresh()
    }
    if (typeof store?.lock !== 'function') return refreshUnlocked()
    // In a promise, because a lock may throw.
    new Promise((resolve) => resolve(store.lock?.(refresh))).then(refreshUnlocked, refreshUnlocked)
  })
