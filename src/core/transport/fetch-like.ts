/** What the runtime requires of a `fetch`; every standard one fits. */
export type FetchLike = (url: string, init: FetchInit) => PromiseLike<FetchResponse>

export interface FetchInit {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
  /** A redirect would send the headers to another host, and the request a second time. */
  readonly redirect: 'manual'
  /** The platform's AbortSignal, whose type needs the DOM's types. Pass it on unchanged. */
  readonly signal?: never
}

export interface FetchResponse {
  /** 0 if a browser hides a redirect. */
  readonly status: number
  readonly headers: { get(name: string): string | null }
  text(): PromiseLike<string>
}
