/**
 * A fault of one request.
 *
 * Refused before the cloud does anything: `drop-before` (the connection breaks), `throttle` (HTTP 429 with
 * Retry-After 1), `{ throttleSeconds }`, `{ status }`, `{ vendorCode }`. Executed, with a faulty answer: `drop-after` (the
 * connection breaks), `garbage` (HTML in place of JSON), `truncate` (the JSON is cut), `empty`, `slow`, `{ slowMs }`.
 */
export type Fault =
  | 'drop-before'
  | 'drop-after'
  | 'slow'
  | 'throttle'
  | 'garbage'
  | 'truncate'
  | 'empty'
  | { readonly status: number }
  | { readonly vendorCode: number; readonly msg?: string }
  | { readonly slowMs: number }
  | { readonly throttleSeconds: number }

export interface Faults {
  /** Applies to the next request of this action; several apply in order. */
  next(action: string, fault: Fault): void
  /** Applies to every request of this action, after those of `next`. */
  always(action: string, fault: Fault): void
  /** Removes all faults. */
  clear(): void
}
