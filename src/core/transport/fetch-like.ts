/** What the runtime asks of a `fetch`; the platform's own fits, and so does any other that follows the standard. */
export type FetchLike = (url: string, init: FetchInit) => PromiseLike<FetchResponse>

export interface FetchInit {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
  /** Another host must not be handed the headers, and a request that was redirected has left once already. */
  readonly redirect: 'manual'
  /** The platform's own AbortSignal, whose type is not known without the DOM's types. Pass it on as it is. */
  readonly signal?: never
}

export interface FetchResponse {
  /** 0 where a browser hides that the server redirects. */
  readonly status: number
  readonly headers: { get(name: string): string | null }
  text(): PromiseLike<string>
}
