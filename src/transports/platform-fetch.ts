import type { FetchLike } from '../core/transport/fetch-like'

interface AbortControllerLike {
  readonly signal: never
  abort(): void
}

// The platform's own. Checked with typeof and read on use, because a mini-program has neither of them.
declare const fetch: FetchLike | undefined
declare const AbortController: (new () => AbortControllerLike) | undefined

export const platformFetch = (): FetchLike | undefined =>
  typeof fetch === 'function' ? fetch : undefined

/** `undefined` if the platform cannot abort a request; its answer is ignored then. */
export const abortController = (): AbortControllerLike | undefined =>
  typeof AbortController === 'function' ? new AbortController() : undefined
