import type { FetchLike } from '../core/transport/fetch-like'

interface AbortControllerLike {
  readonly signal: never
  abort(): void
}

// The platform's own. Always behind typeof, and looked up when used: a mini-program has neither of them.
declare const fetch: FetchLike | undefined
declare const AbortController: (new () => AbortControllerLike) | undefined

export const platformFetch = (): FetchLike | undefined =>
  typeof fetch === 'function' ? fetch : undefined

/** `undefined` where a request cannot be aborted: its answer is ignored instead. */
export const abortController = (): AbortControllerLike | undefined =>
  typeof AbortController === 'function' ? new AbortController() : undefined
