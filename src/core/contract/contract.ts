import type { Either } from 'fp-ts/lib/Either.js'
import type { Errors, ValidationError } from 'io-ts'

/**
 * What the runtime requires of a codec. Every io-ts codec fits, also one from another copy of io-ts, because nothing
 * here checks a class.
 */
export interface Contract<A> extends Partial<TolerantContract<A>> {
  /** The name of the codec, which an issue shows as the expected value. */
  readonly name: string
  /** Checks a value strictly: a Right with the decoded value, or a Left with the violations. */
  decode(value: unknown): Either<Errors, A>
  /** Converts a valid value to the JSON that is sent. */
  encode(value: A): unknown
}

/** An error lists at most this many issues: a megabyte of invalid rows has a hundred thousand. */
export const MAX_ISSUES = 100

/** Deviations from the contract that were passed over, without values; equal ones of all rows are one, with a `count`. */
export type Drift = (ValidationError & {
  /** The number of equal deviations; 1 if absent. */
  readonly count?: number
})[]

/** The result of a tolerant read. */
export type TolerantReading<A> =
  | {
      readonly ok: true
      /** The decoded value, without the rows that could not be read. */
      readonly value: A
      /** The deviations that were passed over; empty if the answer fits the contract. */
      readonly drift: Drift
    }
  | {
      readonly ok: false
      /** Why nothing could be read. */
      readonly errors: Errors
    }

/** A codec of the vocabulary, which also reads answers that deviate from the documents. */
export interface TolerantContract<A> {
  /**
   * Reads an answer. A row without its key fields is left out, a documented field that is missing or unreadable is empty
   * or absent. `decode` accepts neither.
   */
  readTolerantly(value: unknown): TolerantReading<A>
}
