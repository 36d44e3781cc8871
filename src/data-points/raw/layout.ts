import { flatMap } from '../../core/contract/flat-map'
import type { ByteField } from './byte-field'
import type { ByteReader } from './byte-reader'
import { listOf, objectOf, within } from './invalid-field'

type Fields = Readonly<Record<string, ByteField<unknown>>>
export type LayoutOf<F> = {
  readonly [Name in keyof F]: F[Name] extends ByteField<infer A> ? A : never
}

/** Fields one after the other, in this order. */
export const layout = <F extends Fields>(fields: F): ByteField<LayoutOf<F>> => {
  const entries = Object.entries(fields)
  return {
    read: (reader) => {
      const value: Record<string, unknown> = {}
      for (const [name, field] of entries) {
        const read = reader.within(name, () => field.read(reader))
        if (read === undefined) return undefined
        value[name] = read
      }
      return value as LayoutOf<F>
    },
    write: (value) => {
      const given: Readonly<Record<string, unknown>> = objectOf(value)
      return flatMap(entries, ([name, field]) => within(name, () => field.write(given[name])))
    },
    secrets: flatMap(entries, ([name, { secrets = [] }]) =>
      secrets.map((inner) => (inner === '' ? name : inner)),
    ),
  }
}

/** Marks a field as secret. */
export const secretField = <A>(field: ByteField<A>): ByteField<A> => ({ ...field, secrets: [''] })

/** A field between constant bytes. */
export const between = <A>(
  before: readonly number[],
  field: ByteField<A>,
  after: readonly number[] = [],
): ByteField<A> => ({
  read: (reader) => {
    if (!skip(reader, before)) return undefined
    const value = field.read(reader)
    return value !== undefined && skip(reader, after) ? value : undefined
  },
  write: (value) => [...before, ...field.write(value), ...after],
  secrets: field.secrets ?? [],
})

const skip = (reader: ByteReader, expected: readonly number[]): boolean => {
  const bytes = reader.take(expected.length)
  if (bytes === undefined) return false
  if (bytes.every((byte, at) => byte === expected[at])) return true
  reader.fail('expected other constant bytes')
  return false
}

/** Repeats a field until the end of the bytes. */
export const untilEnd = <A>(field: ByteField<A>): ByteField<readonly A[]> => ({
  read: (reader) => {
    const values: A[] = []
    while (reader.remaining > 0) {
      const value = reader.within(String(values.length), () => field.read(reader))
      if (value === undefined) return undefined
      values.push(value)
    }
    return values
  },
  write: (values) =>
    flatMap(
      listOf(values).map((value, index) => within(String(index), () => field.write(value))),
      (bytes) => bytes,
    ),
})
