import * as t from 'io-ts'
import type { CodecSchema } from '../../src/core/contract/codec-schema'

/** The result of a reader for an invalid value. */
export const INVALID: unique symbol = Symbol('invalid')
export type Invalid = typeof INVALID

/** The current path of a decode, and the issues found. One for each decode. */
export class DecodeContext {
  /** Unknown keys are rejected, in this object and below. */
  closed = false
  readonly path: (string | number)[] = []
  readonly issues: { readonly path: readonly (string | number)[]; readonly message: string }[] = []

  fail(message: string): Invalid {
    this.issues.push({ path: this.path.slice(), message })
    return INVALID
  }
}

/** Returns the value in its decoded shape; the same reference if nothing changed. */
export type Reader<A> = (value: unknown, context: DecodeContext) => A | Invalid
export type Writer<A> = (value: A) => unknown

/** A codec of the vocabulary: an io-ts type with a reader, and with its schema as plain data. */
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
      // A reader returns a value itself only if it is already in the decoded shape.
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

/** The issues as io-ts errors, with paths and sentences but without values, because an error may be logged. */
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

/** The only place in `actions/` that creates an io-ts type, so that the vocabulary stays closed. */
export const codec = <A>(
  schema: CodecSchema,
  name: string,
  read: Reader<A>,
  write: Writer<A>,
): Codec<A> => Object.assign(new VocabularyType(name, read, write), schema)

/** Reads with any io-ts codec, because an app may use its own inside a record. */
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

/** Reads the value of a key. */
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
