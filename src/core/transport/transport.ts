import type { Observable } from 'rxjs'
import type { Action, Family } from '../action'
import type { ErrorOrigin } from '../errors/sdk-error'
import type { CodeMeaning } from '../errors/vendor-codes'

export type AnnounceSending = () => (isSent: boolean) => void

/** One request of one call. */
export interface TransportRequest extends ErrorOrigin {
  /** The vendor's name of the operation; of a route its method and path template. */
  readonly action: string
  /** The family of the operation, which determines the wire format. */
  readonly family: Family
  /** The version on the wire; undefined if the family has none. */
  readonly version?: string | undefined
  /** The encoded parameters: plain JSON. */
  readonly params: Readonly<Record<string, unknown>>
  /** For routes: parameters that belong in the query although the method has a body. */
  readonly query?: readonly string[] | undefined
  /** Identifies the call in the events of the panel, and in the log of your server. */
  readonly requestId: string
  readonly attempt: number
  /**
   * For a command: the same text for each delivery of this request, also by an HTTP stack that resends it, and another one
   * for each other request. A server that remembers it executes the command once.
   */
  readonly idempotencyKey?: string | undefined
  /**
   * For a transport that waits before it sends, for example for a token or for headers. It calls this first, and the
   * returned function immediately before the request is sent. Until then the panel counts the request as not sent. With
   * `false` it takes that back, because the cloud refused the request before execution.
   *
   * A transport that never calls it has sent the request as soon as it is subscribed.
   */
  readonly announceSending?: AnnounceSending
  /** How long the panel waits for this request. */
  readonly timeoutMs: number
}

/** The undecoded answer. Text if the host has it, so that a Long keeps its digits. */
export interface TransportAnswer {
  /** The body of the answer. */
  readonly body:
    | {
        /** The body as text, which the panel parses. */
        readonly text: string
      }
    | {
        /** The body as the host parsed it. */
        readonly value: unknown
      }
  /** The HTTP status, if there is one. */
  readonly statusCode?: number | undefined
  /** The header of that name; an error names it if the answer is not the vendor's. */
  readonly contentType?: string | null | undefined
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined
  /** The native container's code beside the cloud's; equal to it if the container refused. */
  readonly containerCode?: number | undefined
  /** The meaning of the code, if a host refused and not the cloud. */
  readonly meaning?: CodeMeaning | undefined
  /** Secret values that the transport sent, such as tokens and credentials; no message may contain them. */
  readonly secrets?: readonly string[] | undefined
}

export type CarriedAction = Pick<Action, 'name' | 'family'> &
  Partial<Pick<Action, 'locks' | 'reportedLocks'>>

/**
 * Sends requests. No retry, no codec, no log.
 *
 * `send` is cold: a subscription sends, unsubscribing aborts. It emits one answer and completes, or fails with a
 * `TransportError` whose `delivery` is `not-sent` only if the request was definitely not sent.
 */
export interface Transport {
  /** Names the transport in the message of an error. */
  readonly name: string
  /** The families that it can send; a call of another one is an UnsupportedError. */
  readonly families: readonly Family[]
  /**
   * An action as the server behind the transport has it: with other lock types, or `undefined` if it does not have it.
   *
   * @default as the vendor has it
   */
  carried?<A extends CarriedAction>(action: A): A | undefined
  /** Sends one request when it is subscribed. */
  send(request: TransportRequest): Observable<TransportAnswer>
}
