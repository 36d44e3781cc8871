import type { Either } from 'fp-ts/lib/Either.js'
import type { Errors } from 'io-ts'

/**
 * What the runtime asks of a codec. Every io-ts codec fits, one from another copy of io-ts too:
 * nothing here looks at a class.
 */
export interface Contract<A> {
  readonly name: string
  decode(value: unknown): Either<Errors, A>
  encode(value: A): unknown
}
