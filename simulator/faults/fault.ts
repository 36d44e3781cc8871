import * as t from 'io-ts'

/** A fault as JSON: the page of the virtual lock sends one. */
export const faultContract = t.union([
  t.keyof({
    'drop-before': null,
    'drop-after': null,
    slow: null,
    throttle: null,
    garbage: null,
    truncate: null,
    empty: null,
  }),
  t.type({ status: t.number }),
  t.intersection([t.type({ vendorCode: t.number }), t.partial({ msg: t.string })]),
  t.type({ slowMs: t.number }),
  t.type({ throttleSeconds: t.number }),
])

/**
 * A fault of one request.
 *
 * Refused before the cloud does anything: `drop-before` (the connection breaks), `throttle` (HTTP 429 with
 * Retry-After 1), `{ throttleSeconds }`, `{ status }`, `{ vendorCode }`. Executed, with a faulty answer: `drop-after` (the
 * connection breaks), `garbage` (HTML in place of JSON), `truncate` (the JSON is cut), `empty`, `slow`, `{ slowMs }`.
 */
export type Fault = Readonly<t.TypeOf<typeof faultContract>>

/** Stands for every action in `always`. */
export const anyAction = '*'

export interface ActiveFault {
  readonly action: string
  readonly fault: Fault
}

export interface Faults {
  /** Applies to the next request of this action; several apply in order. */
  next(action: string, fault: Fault): void
  /** Applies to every request of this action, after those of `next`; `*` stands for all actions. */
  always(action: string, fault: Fault): void
  /** Ends what `always` began for this action. */
  end(action: string): void
  /** The faults of `always`. */
  active(): readonly ActiveFault[]
  /** Removes all faults. */
  clear(): void
}
