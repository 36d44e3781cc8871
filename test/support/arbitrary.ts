import fc from 'fast-check'
import { type CodecSchema, documentedFields, schemaOf } from '../../src/core/contract/codec-schema'
import type { Contract } from '../../src/core/contract/contract'

export interface ArbitraryOptions {
  /** Sets every optional field, and gives every list one item. */
  readonly full?: boolean
}

/** Decoded values of a codec of the vocabulary. */
export const arbitraryOf = (
  codec: unknown,
  options: ArbitraryOptions = {},
): fc.Arbitrary<unknown> => {
  const schema = schemaOf(codec)
  if (schema === undefined) throw new TypeError('not a codec of the vocabulary')
  return arbitraryOfSchema(schema, options)
}

const arbitraryOfSchema = (
  schema: CodecSchema,
  options: ArbitraryOptions,
): fc.Arbitrary<unknown> => {
  switch (schema._tag) {
    case 'id':
      return fc.oneof(nonEmpty, fc.nat().map(String), longDigits)
    case 'text':
      return fc.string({ minLength: schema.min })
    case 'int':
      return fc.integer({ min: schema.min, max: schema.max })
    case 'epoch':
      return schema.unit === 'seconds'
        ? fc.integer({ min: 0, max: schema.max })
        : milliseconds(schema.max)
    case 'flag':
      return fc.boolean()
    case 'csv':
      return fc
        .array(fc.stringMatching(/^[a-z_]{1,12}$/), { minLength: schema.min })
        .map((codes) => codes.join(','))
    case 'json':
      return json
    case 'oneOf':
      return fc.oneof(
        fc.constantFrom(...schema.values),
        typeof schema.values[0] === 'string' ? nonEmpty : fc.integer(),
      )
    case 'jsonText':
    case 'secret':
      return arbitraryOf(schema.inner, options)
    case 'listOf':
      return fc.array(arbitraryOf(schema.item, options), lengths(options))
    case 'anyOf':
      return fc.oneof(
        ...schema.forms.map((form, index) =>
          arbitraryOfForm(form, schema.forms.slice(0, index), options),
        ),
      )
    case 'absent':
    case 'noResult':
      return fc.constant(undefined)
    case 'emptyText':
      return fc.constant('')
    case 'dps':
      return fc.array(
        fc.dictionary(fc.stringMatching(/^[a-z0-9_]{1,12}$/), json, { minKeys: 1, maxKeys: 1 }),
        lengths(options),
      )
    case 'record':
      return fc.record(
        Object.fromEntries(
          Object.entries({ ...schema.required, ...schema.optional })
            .filter(([, field]) => schemaOf(field)?._tag !== 'absent')
            .map(([name, field]) => [name, arbitraryOf(field, options)]),
        ),
        options.full === true
          ? { noNullPrototype: true }
          : { noNullPrototype: true, requiredKeys: [...documentedFields(schema)] },
      )
  }
}

/** A value belongs to the first form that decodes it. */
const arbitraryOfForm = (
  form: unknown,
  earlier: readonly unknown[],
  options: ArbitraryOptions,
): fc.Arbitrary<unknown> =>
  arbitraryOf(form, options).filter((value) =>
    earlier.every((other) => (other as Contract<unknown>).decode(value)._tag === 'Left'),
  )

const lengths = ({ full }: ArbitraryOptions) =>
  full === true ? { minLength: 1, maxLength: 1 } : { maxLength: 3 }

const nonEmpty = fc.string({ minLength: 1 })
const longDigits = fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }).map(String)
/** Values that JSON preserves: it loses -0 and the key `__proto__`. */
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)))

/** Numbers below the minimum would be decoded as seconds. */
const milliseconds = (max: number) =>
  fc.oneof(fc.constant(0), fc.integer({ min: (max + 1) / 1000, max }))
