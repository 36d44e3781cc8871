import * as t from 'io-ts'
import type { CodecSchema } from '../../src/core/contract/codec-schema'

/** What a reader gives for a value that does not fit. */
export const INVALID: unique symbol = Symbol('invalid')
export type Invalid = typeof INVALID

/** Where a reader is, and what it found wrong. One per decode: a value that fits costs no context at all. */
export class DecodeContext {
  /** Unknown keys are refused from here on down. */
  closed = false
  readonly path: (string | number)[] = []
  readonly issues: { readonly path: readonly (string | number)[]; readonly message: string }[] = []

  fail(message: string): Invalid {
    this.issues.push({ path: this.path.slice(), message })
    return INVALID
  }
}

/** Gives the value in its one shape, the same reference where nothing had to change. */
export type Reader<A> = (value: unknown, context: DecodeContext) => A | Invalid
export type Writer<A> = (value: A) => unknown

/** A codec of the vocabulary: an io-ts type that also reads along a context, and carries its node as plain data. */
export interface Codec<A> extends t.Type<A, unknown, unknown> {
  readonly read: Reader<A>
}

class VocabularyType<A> extends t.Type<A, unknown, unknown> {
  constructor(
    name: string,
    readonly read: Reader<A>,
    write: Writer<A>,
  ) {
    super(
      name,
      // A reader keeps what is in shape already: only such a value comes back as itself.
      (value): value is A => read(value, new DecodeContext()) === value,
      (value, context) => {
        const decoding = new DecodeContext()
        const decoded = read(value, decoding)
        return decoded === INVALID
          ? t.failures(errorsOf(decoding, context, this))
          : t.success(decoded)
      },
      write,
    )
  }
}

/** The issues as io-ts errors. They carry paths and sentences, never the value: an error may be logged. */
const errorsOf = (
  decoding: DecodeContext,
  context: t.Context,
  type: t.Decoder<unknown, unknown>,
): t.Errors =>
  decoding.issues.map(({ path, message }) => ({
    value: undefined,
    context: [...context, ...path.map((key) => ({ key: String(key), type }))],
    message,
  }))

/** The only place in `actions/` that makes an io-ts type: the vocabulary stays closed. */
export const codec = <A>(
  node: CodecSchema,
  name: string,
  read: Reader<A>,
  write: Writer<A>,
): Codec<A> => Object.assign(new VocabularyType(name, read, write), node)

/** Reads with any io-ts codec: an app may mix its own into a record. */
export const readWith = <A>(
  type: t.Type<A, unknown, unknown>,
  value: unknown,
  context: DecodeContext,
): A | Invalid => {
  const { read } = type as Partial<Codec<A>>
  if (read !== undefined) return read(value, context)
  const decoded = type.decode(value)
  if (decoded._tag === 'Right') return decoded.right
  for (const error of decoded.left) {
    const path = error.context.map(({ key }) => key).filter((key) => key !== '')
    context.issues.push({
      path: [...context.path, ...path],
      message:
        error.message ??
        `expected ${error.context[error.context.length - 1]?.type.name ?? type.name}`,
    })
  }
  return INVALID
}

/** Reads one level deeper. */
export const readAt = <A>(
  key: string | number,
  type: t.Type<A, unknown, unknown>,
  value: unknown,
  context: DecodeContext,
): A | Invalid => {
  context.path.push(key)
  const read = readWith(type, value, context)
  context.path.pop()
  return read
}
