/** What the runtime requires of a `fetch`; every standard one fits. */
export type FetchLike = (url: string, init: FetchInit) => PromiseLike<FetchResponse>

/** The options of one request. */
export interface FetchInit {
  /** The HTTP method in upper case. */
  readonly method: string
  /** The headers by name. */
  readonly headers: Record<string, string>
  /** JSON text; absent for a request without a body. */
  readonly body?: string
  /** A redirect would send the headers to another host, and the request a second time. */
  readonly redirect: 'manual'
  /** The platform's AbortSignal, whose type needs the DOM's types. Pass it on unchanged. */
  readonly signal?: never
}

/** The part of a response that the transports read. */
export interface FetchResponse {
  /** 0 if a browser hides a redirect. */
  readonly status: number
  /** The headers of the response. */
  readonly headers: {
    /** Returns a header by its name in any case; `null` if the response does not have it. */
    get(name: string): string | null
  }
  /** Reads the body as text; called once. */
  text(): PromiseLike<string>
}
