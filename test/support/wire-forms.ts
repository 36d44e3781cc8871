import fc from 'fast-check'
import { type CodecSchemaOf, schemaOf } from '../../src/core/contract/codec-schema'
import { arbitraryOf } from './arbitrary'

/**
 * Answers of a contract in the forms that clouds write: numbers as text and text as numbers, flags of all forms, JSON as
 * text, null and empty text for a missing field, other names of a field, fields that no contract knows.
 */
export const wireFormsOf = (codec: unknown): fc.Arbitrary<unknown> => {
  const schema = schemaOf(codec)
  switch (schema?._tag) {
    case 'id':
    case 'text':
      return fc.oneof(arbitraryOf(codec), fc.nat(), fc.double(), fc.constant(''))
    case 'csv':
      return fc.oneof(arbitraryOf(codec), fc.constantFrom('', ' a, b ', 'a,,b', ['a', 'b'], [1]))
    case 'int':
    case 'epoch':
      return fc.oneof(
        arbitraryOf(codec),
        arbitraryOf(codec).map(String),
        fc.maxSafeInteger(),
        fc.constantFrom(0, -0, 1, '0', '', 1_700_000_000, 1_700_000_000_000, 1.5, '12-3'),
      )
    case 'flag':
      return fc.constantFrom(true, false, 0, 1, '0', '1', 'true', 'false', 2)
    case 'oneOf':
      return fc.oneof(arbitraryOf(codec), arbitraryOf(codec).map(String), fc.integer())
    case 'json':
      return fc.oneof(arbitraryOf(codec), fc.constantFrom(null, '', undefined))
    case 'jsonText':
      return fc
        .tuple(wireFormsOf(schema.inner), fc.boolean())
        .map(([value, isText]) => (isText ? JSON.stringify(value) : value))
    case 'secret':
      return wireFormsOf(schema.inner)
    case 'listOf':
      return fc.oneof(
        { weight: 8, arbitrary: fc.array(wireFormsOf(schema.item), { maxLength: 3 }) },
        { weight: 1, arbitrary: wireFormsOf(schema.item) },
        { weight: 1, arbitrary: fc.constantFrom({}, { total: 0 }, { list: [] }, null) },
      )
    case 'anyOf':
      return fc.oneof(...schema.forms.map(wireFormsOf))
    case 'dps':
      return fc.oneof(arbitraryOf(codec), fc.dictionary(fc.string(), fc.jsonValue()))
    case 'record':
      return recordForms(schema)
    default:
      return arbitraryOf(codec)
  }
}

const missing = fc.constantFrom(null, '', undefined)
const oneIn = (weight: number, form: fc.Arbitrary<unknown>, other: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight, arbitrary: other }, { weight: 1, arbitrary: form })

/** Most fields are as documented, because a field that no codec reads costs its row. */
const recordForms = ({
  required,
  optional,
  documented,
  aliases,
  rows,
}: CodecSchemaOf<'record'>) => {
  const fields = Object.entries({ ...required, ...optional }).filter(
    ([, codec]) => !['absent', 'noResult'].includes(schemaOf(codec)?._tag ?? ''),
  )
  const known = fc.record(
    Object.fromEntries(
      fields.map(([name, codec]) => [
        name,
        name in required || documented.includes(name)
          ? oneIn(20, missing, fieldForms(codec))
          : oneIn(2, missing, fieldForms(codec)),
      ]),
    ),
    { requiredKeys: [...Object.keys(required), ...documented] },
  )
  const renamed = fc
    .tuple(known, fc.constantFrom('canonical', 'aliases', 'both'))
    .map(([record, names]) => {
      const written: Record<string, unknown> = names === 'aliases' ? {} : { ...record }
      for (const [name, value] of Object.entries(record)) {
        const [other] = names === 'canonical' ? [] : (aliases[name] ?? [])
        if (other !== undefined) written[other] = value
        else if (names === 'aliases') written[name] = value
      }
      return written
    })
  const extended = fc
    .tuple(renamed, oneIn(2, fc.dictionary(fc.string(), fc.jsonValue()), fc.constant({})))
    .map(([record, unknown]): unknown => Object.assign({}, unknown, record))
  if (rows === undefined)
    return oneIn(
      20,
      extended.map((record) => [record]),
      extended,
    )
  return oneIn(4, wireFormsOf(required[rows]), extended)
}

const fieldForms = (codec: unknown) =>
  oneIn(20, wireFormsOf(codec), oneIn(3, wireFormsOf(codec), arbitraryOf(codec)))
