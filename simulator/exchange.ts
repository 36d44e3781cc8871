import type { Family } from '../src/core/action'

/** An HTTP request as a plain value, so that any host can pass one. */
export interface SimulatedRequest {
  /** The HTTP method in upper case. */
  readonly method: string
  /** The path with its query, without the origin. */
  readonly path: string
  /** The headers by name, in any case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text; empty if there is none. */
  readonly body: string
}

/** The cloud answers. */
export interface Answer {
  readonly kind: 'answer'
  /** The HTTP status. */
  readonly status: number
  /** The headers by name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text. */
  readonly body: string
  /** Its delay by the clock. */
  readonly delayMs?: number
}

/** The connection broke: before the cloud received the request, or after it executed. */
interface Dropped {
  readonly kind: 'dropped'
  /** `before`: the cloud did not receive the request. `after`: it executed the request, and the answer is lost. */
  readonly when: 'before' | 'after'
}

/** What becomes of a request: an answer, or a broken connection. */
export type SimulatedAnswer = Answer | Dropped

/** A request that could be read. */
export interface Call {
  readonly family: Family
  readonly action: string
  /** If the family has one. */
  readonly version?: string | undefined
  readonly params: Readonly<Record<string, unknown>>
}

/** A request that arrived, readable or not. */
export interface ArrivedRequest {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The vendor's name of the operation; undefined if the request names none. */
  readonly action: string | undefined
  /** The family of the operation; undefined if the request is of no family. */
  readonly family: Family | undefined
  /** The raw parameters. */
  readonly params: unknown
  /** Of a refused request: which parameter is wrong, and so on. The answer has it in the header `x-simulator-explanation`. */
  readonly explanation?: string
}

export const jsonAnswer = (value: unknown, headers: Answer['headers'] = {}): Answer => ({
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})
