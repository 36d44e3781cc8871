import * as t from 'io-ts'
import { type ByteField, bytesOf, hexOf } from './byte-field'
import { ByteReader } from './byte-reader'

/** A codec between one form of a raw data point, hexadecimal text, and what it means. */
export interface HexCodec<A> extends t.Type<A, string, unknown> {
  /** Names of the fields that no log may show: passwords, and randoms with which a lock opens. */
  readonly secrets: readonly string[]
}

/** The longest data point that a lock can be sent. */
const MAX_BYTES = 255

/**
 * The only place here that makes an io-ts type. The vocabulary of the actions has its own: it is closed, and its
 * codecs lead to JSON, not to text.
 *
 * A failure carries a path and a sentence, never the value: there may be a password in it. `encode` throws a RangeError
 * for a value that has no bytes.
 */
export const hexCodec = <A>(name: string, field: ByteField<A>): HexCodec<A> => {
  const codec: t.Type<A, string, unknown> = new t.Type<A, string, unknown>(
    name,
    (value): value is A => isWritable(field, value),
    (value, context) => {
      const read = readHex(field, value)
      return 'message' in read
        ? t.failures([
            {
              value: undefined,
              context: contextOf(context, read.path, codec),
              message: read.message,
            },
          ])
        : t.success(read.value)
    },
    (value) => hexOf(field.write(value)),
  )
  return Object.assign(codec, { secrets: field.secrets ?? [] })
}

type Read<A> =
  | { readonly value: A }
  | { readonly path: readonly string[]; readonly message: string }

const readHex = <A>(field: ByteField<A>, value: unknown): Read<A> => {
  const bytes = typeof value === 'string' ? bytesOf(value) : undefined
  if (bytes === undefined) return { path: [], message: 'expected hexadecimal text' }
  if (bytes.length > MAX_BYTES) return { path: [], message: `expected at most ${MAX_BYTES} bytes` }
  const reader = new ByteReader(bytes)
  const read = field.read(reader)
  if (read !== undefined && reader.left > 0) reader.fail('expected fewer bytes')
  return reader.failure ?? { value: read as A }
}

/** Without what was decoded, which io-ts would carry along. */
const contextOf = (
  context: t.Context,
  path: readonly string[],
  type: t.Decoder<unknown, unknown>,
): t.Context => [
  ...context.map(({ key, type: outer }) => ({ key, type: outer })),
  ...path.map((key) => ({ key, type })),
]

const isWritable = <A>(field: ByteField<A>, value: unknown): boolean => {
  try {
    const read = readHex(field, hexOf(field.write(value as A)))
    return 'value' in read
  } catch {
    return false
  }
}

/** What a log may show of a value. */
export const visibleFields = <A extends object>(
  { secrets }: Pick<HexCodec<A>, 'secrets'>,
  value: A,
): Partial<A> => {
  const shown: Partial<A> = { ...value }
  for (const name of secrets) delete shown[name as keyof A]
  return shown
}
