import type { Family } from '../src/core/action'

/** An HTTP request as a plain value, so that any host can pass one. */
export interface SimulatedRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Answer {
  readonly kind: 'answer'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Its delay by the clock. */
  readonly delayMs?: number
}

/** The connection broke: before the cloud received the request, or after it executed. */
interface Dropped {
  readonly kind: 'dropped'
  readonly when: 'before' | 'after'
}

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
  readonly action: string | undefined
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
