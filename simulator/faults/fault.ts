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
  t.type({
    /** The cloud refuses with this HTTP status. */
    status: t.number,
  }),
  t.intersection([
    t.type({
      /** The cloud refuses with this code. */
      vendorCode: t.number,
    }),
    t.partial({
      /** The message beside the code. @default a message of the simulator */
      msg: t.string,
    }),
  ]),
  t.type({
    /** The answer arrives so much later, in milliseconds. */
    slowMs: t.number,
  }),
  t.type({
    /** The cloud refuses with HTTP 429 and this Retry-After, in seconds. */
    throttleSeconds: t.number,
  }),
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

/** A fault that applies to every request of an action. */
export interface ActiveFault {
  /** The vendor's name of the operation; `*` stands for all. */
  readonly action: string
  /** What happens to each request. */
  readonly fault: Fault
}

/** The faults of a simulator. */
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
