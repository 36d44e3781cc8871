import * as t from 'io-ts'
import { pathOf } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { type ByteField, bytesOf, hexOf } from './byte-field'
import { ByteReader } from './byte-reader'
import { InvalidField, invalid } from './invalid-field'

/** A codec between a raw data point in hexadecimal and its fields. */
export interface HexCodec<A> extends t.Type<A, string, unknown> {
  /** The names of the secret fields: passwords, and random numbers that are sufficient to unlock. */
  readonly secrets: readonly string[]
}

/** The maximum length of a data point. */
const MAX_BYTES = 255
const TOO_LONG = `expected at most ${MAX_BYTES} bytes`

/**
 * The only place in `src/data-points` that creates an io-ts type. The vocabulary of the actions is separate, because it is
 * closed and its codecs produce JSON.
 *
 * A failure has a path and a sentence, but no value, which may be a password. `encode` throws a ParamsError for a value
 * without bytes.
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
    (value) => writeHex(name, field, value),
  )
  return Object.assign(codec, { secrets: field.secrets ?? [] })
}

const writeHex = <A>(name: string, field: ByteField<A>, value: A): string => {
  try {
    const bytes = field.write(value)
    return bytes.length > MAX_BYTES ? invalid(TOO_LONG) : hexOf(bytes)
  } catch (error) {
    const { path, message } =
      error instanceof InvalidField
        ? error
        : { path: [], message: 'a getter of the value threw an error' }
    throw new ParamsError({ action: name, family: 'panel' }, [{ path: pathOf(path), message }])
  }
}

type Read<A> =
  | { readonly value: A }
  | { readonly path: readonly string[]; readonly message: string }

const readHex = <A>(field: ByteField<A>, value: unknown): Read<A> => {
  const bytes = typeof value === 'string' ? bytesOf(value) : undefined
  if (bytes === undefined) return { path: [], message: 'expected hexadecimal text' }
  if (bytes.length > MAX_BYTES) return { path: [], message: TOO_LONG }
  const reader = new ByteReader(bytes)
  const read = field.read(reader)
  if (read !== undefined && reader.remaining > 0) reader.fail('expected fewer bytes')
  return reader.failure ?? { value: read as A }
}

/** Removes the decoded value, which io-ts keeps in the context. */
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
    return 'value' in readHex(field, hexOf(field.write(value as A)))
  } catch {
    return false
  }
}

/**
 * Removes the secret fields of a raw data point, for a log.
 *
 * @example
 * ```ts
 * const command = { validity: permanent, times: 0, pin: '123456' }
 * const safe = withoutSecretFields(temporaryPasswordCreate, command) // no pin
 * ```
 */
export const withoutSecretFields = <A extends object>(
  { secrets }: Pick<HexCodec<A>, 'secrets'>,
  value: A,
): Partial<A> => {
  const kept: Partial<A> = { ...value }
  for (const name of secrets) delete kept[name as keyof A]
  return kept
}
