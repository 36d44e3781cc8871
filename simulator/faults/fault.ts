/**
 * Something that goes wrong with one request.
 *
 * Refused before the cloud does anything: `drop-before` (the connection breaks), `throttle` (HTTP 429 with
 * Retry-After 1), `{ throttleSeconds }`, `{ status }`, `{ vendorCode }`. Carried out, and then the answer suffers: `drop-after` (the
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
  /** The next request of this action goes wrong; several are taken one after the other. */
  next(action: string, fault: Fault): void
  /** Every request of this action goes wrong, after those of `next`. */
  always(action: string, fault: Fault): void
  /** Everything goes right again. */
  clear(): void
}
