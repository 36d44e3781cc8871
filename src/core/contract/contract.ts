import type { Either } from 'fp-ts/lib/Either.js'
import type { Errors } from 'io-ts'

/**
 * What the runtime requires of a codec. Every io-ts codec fits, also one from another copy of io-ts, because nothing
 * here checks a class.
 */
export interface Contract<A> {
  readonly name: string
  decode(value: unknown): Either<Errors, A>
  encode(value: A): unknown
}
