import fc from 'fast-check'
import { type CodecSchema, schemaOf } from '../../src/core/contract/codec-schema'
import type { Contract } from '../../src/core/contract/contract'

export interface ArbitraryOptions {
  /** Every optional field is there, and every list has one item. */
  readonly full?: boolean
}

/** Values of the shape inside that a codec of the vocabulary describes. */
export const arbitraryOf = (
  codec: unknown,
  options: ArbitraryOptions = {},
): fc.Arbitrary<unknown> => {
  const node = schemaOf(codec)
  if (node === undefined) throw new TypeError('not a codec of the vocabulary')
  return arbitraryOfNode(node, options)
}

const arbitraryOfNode = (node: CodecSchema, options: ArbitraryOptions): fc.Arbitrary<unknown> => {
  switch (node._tag) {
    case 'id':
      return fc.oneof(nonEmpty, fc.nat().map(String), longDigits)
    case 'text':
      return fc.string({ minLength: node.min })
    case 'int':
      return fc.integer({ min: node.min, max: node.max })
    case 'epoch':
      return node.unit === 'seconds'
        ? fc.integer({ min: 0, max: node.max })
        : milliseconds(node.max)
    case 'flag':
      return fc.boolean()
    case 'csv':
      return fc
        .array(fc.stringMatching(/^[a-z_]{1,12}$/), { minLength: node.min })
        .map((codes) => codes.join(','))
    case 'json':
      return json
    case 'oneOf':
      return fc.oneof(
        fc.constantFrom(...node.values),
        typeof node.values[0] === 'string' ? nonEmpty : fc.integer(),
      )
    case 'jsonText':
    case 'secret':
      return arbitraryOf(node.inner, options)
    case 'listOf':
      return fc.array(arbitraryOf(node.item, options), lengths(options))
    case 'anyOf':
      return fc.oneof(
        ...node.forms.map((form, index) =>
          arbitraryOfForm(form, node.forms.slice(0, index), options),
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
          Object.entries({ ...node.required, ...node.optional })
            .filter(([, field]) => schemaOf(field)?._tag !== 'absent')
            .map(([name, field]) => [name, arbitraryOf(field, options)]),
        ),
        options.full === true
          ? { noNullPrototype: true }
          : { noNullPrototype: true, requiredKeys: Object.keys(node.required) },
      )
  }
}

/** A value belongs to the first form that reads it. */
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
/** What JSON can carry: -0 and the key `__proto__` do not survive a way through it. */
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)))

/** Milliseconds begin where seconds end, so a small number of them would be read as seconds. */
const milliseconds = (max: number) =>
  fc.oneof(fc.constant(0), fc.integer({ min: (max + 1) / 1000, max }))
