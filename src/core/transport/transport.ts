import type { Observable } from 'rxjs'
import type { Family } from '../action'
import type { ErrorOrigin } from '../errors/sdk-error'
import type { CodeMeaning } from '../errors/vendor-codes'

/** One try of one call, ready for the wire. */
export interface TransportRequest extends ErrorOrigin {
  readonly action: string
  readonly family: Family
  readonly version?: string | undefined
  /** The parameters in the documented form: plain JSON. */
  readonly params: Readonly<Record<string, unknown>>
  /** For routes: parameters that stand in the URL although the method has a body. */
  readonly query?: readonly string[] | undefined
  readonly requestId: string
  readonly attempt: number
  /** How long the panel will wait for this try. */
  readonly timeoutMs: number
}

/** What came back, unread: text where the host gives text, so that a Long keeps its digits. */
export interface TransportAnswer {
  readonly body: { readonly text: string } | { readonly value: unknown }
  /** The HTTP status, where there is one. */
  readonly statusCode?: number | undefined
  readonly retryAfterMs?: number | undefined
  /** What a native container said of itself beside a failure of the cloud; equal to it where the container refused. */
  readonly containerCode?: number | undefined
  /** What the code of a refusal means, where it is not the cloud that refused. */
  readonly meaning?: CodeMeaning | undefined
  /** Values that the transport sent and that no message may repeat: its tokens, its credentials. */
  readonly secrets?: readonly string[] | undefined
}

/**
 * Moves bytes, and says whether they left. No retry, no codec, no log.
 *
 * `send` is cold: nothing leaves before subscription, unsubscribing aborts. It gives one answer and completes,
 * or fails with a `TransportError` whose `delivery` is `not-sent` only where the request certainly never left.
 */
export interface Transport {
  readonly name: string
  readonly families: readonly Family[]
  send(request: TransportRequest): Observable<TransportAnswer>
}
