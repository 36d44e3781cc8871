import type { Family } from '../src/core/action'

/** A request as it comes over HTTP; a plain value, so that any host can hand one in. */
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
  /** How late it comes, by the clock. */
  readonly delayMs?: number
}

/** The connection broke: before the cloud saw the request, or after it was carried out. */
export interface Dropped {
  readonly kind: 'dropped'
  readonly when: 'before' | 'after'
}

export type SimulatedAnswer = Answer | Dropped

/** A request that was understood. */
export interface Call {
  readonly family: Family
  readonly action: string
  /** Where the family has one. */
  readonly version?: string | undefined
  readonly params: Readonly<Record<string, unknown>>
}

/** A request that arrived, understood or not. */
export interface ArrivedRequest {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly action: string | undefined
  readonly family: Family | undefined
  /** The raw parameters as they came. */
  readonly params: unknown
}

export const jsonAnswer = (value: unknown): Answer => ({
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})
