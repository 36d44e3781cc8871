import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import {
  absent,
  anyOf,
  csv,
  dps,
  emptyText,
  epochMs,
  epochSeconds,
  flag,
  id,
  int,
  json,
  jsonText,
  listOf,
  noResult,
  oneOf,
  pageOf,
  params,
  record,
  secret,
  text,
} from '../../actions/shared'
import { jsonSchemaOf } from '../../src/tools/json-schema'
import { arbitraryOf } from '../support/arbitrary'
import { everyAction } from '../support/registries'
import { withNoise } from '../support/with-noise'
import { schemaAccepts } from './schema-accepts'

describe('the JSON Schema of a contract', () => {
  it.each([
    ['an identifier that is a Long on the wire', id('Long'), { type: 'string', minLength: 1 }],
    ['a flag that is an Integer on the wire', flag('Integer'), { type: 'boolean' }],
    ['text', text(), { type: 'string' }],
    ['text that is not empty', text({ min: 1 }), { type: 'string', minLength: 1 }],
    ['a field that a form excludes', absent('never here'), { not: {} }],
    ['an empty text', emptyText(), { enum: [''] }],
    ['a comma-separated list', csv(), { type: 'string', 'x-separator': ',' }],
    [
      'a comma-separated list that is not empty',
      csv({ min: 1 }),
      { type: 'string', pattern: '[^,\\s]', 'x-separator': ',' },
    ],
    ['no result', noResult(), { not: {} }],
    ['a number that is text on the wire', int('String'), { type: 'integer' }],
    [
      'a number with bounds and a unit',
      int('Integer', { min: 0, max: 1440, unit: 'minutes' }),
      { type: 'integer', minimum: 0, maximum: 1440, 'x-unit': 'minutes' },
    ],
    [
      'seconds',
      epochSeconds(),
      { type: 'integer', minimum: 0, maximum: 299_999_999_999, 'x-unit': 'seconds' },
    ],
    [
      'milliseconds',
      epochMs(),
      { type: 'integer', minimum: 0, maximum: 299_999_999_999_999, 'x-unit': 'milliseconds' },
    ],
    ['any value', json(), {}],
    [
      'an open enumeration of numbers',
      oneOf([0, 1]),
      { anyOf: [{ enum: [0, 1] }, { type: 'integer' }] },
    ],
    [
      'an open enumeration of texts',
      oneOf(['ADD']),
      { anyOf: [{ enum: ['ADD'] }, { type: 'string', minLength: 1 }] },
    ],
    ['a secret', secret(text()), { type: 'string', 'x-secret': true }],
    [
      'the value of JSON text',
      jsonText(listOf(int())),
      { type: 'array', items: { type: 'integer' } },
    ],
    [
      'data points',
      dps(),
      { type: 'array', items: { type: 'object', minProperties: 1, maxProperties: 1 } },
    ],
    [
      'one of several forms',
      anyOf(int(), flag()),
      { anyOf: [{ type: 'integer' }, { type: 'boolean' }] },
    ],
    ['an unknown codec', { decode: () => undefined }, {}],
  ])('is the expected one for %s', (_, codec, schema) => {
    expect(jsonSchemaOf(codec)).toEqual(schema)
  })

  it('omits the aliases of a field, and allows unknown fields', () => {
    const codec = record({
      key: { password_id: id() },
      optional: { sn: int() },
      aliases: { password_id: ['id'] },
    })
    expect(jsonSchemaOf(codec)).toEqual({
      type: 'object',
      properties: { password_id: { type: 'string', minLength: 1 }, sn: { type: 'integer' } },
      required: ['password_id'],
      additionalProperties: true,
    })
  })

  it('allows no unknown field in parameters and in their nested objects', () => {
    const codec = params({ optional: { rows: listOf(record({ key: { day: int() } })) } })
    expect(jsonSchemaOf(codec)).toMatchObject({
      additionalProperties: false,
      properties: { rows: { items: { additionalProperties: false } } },
    })
  })

  it('is the schema of the page object for a page', () => {
    expect(jsonSchemaOf(pageOf({ rows: 'logs', item: int() }))).toEqual({
      type: 'object',
      properties: { logs: { type: 'array', items: { type: 'integer' } } },
      required: ['logs'],
      additionalProperties: true,
    })
  })
})

describe.each(everyAction)('the schemas of $name', ({ params, result }) => {
  it.each([
    ['parameters', params],
    ['answers', result],
  ])('accept the %s that its contract describes', (_, contract) => {
    const schema = jsonSchemaOf(contract)
    fc.assert(
      fc.property(
        arbitraryOf(contract),
        // JSON cannot represent undefined.
        (value) => value === undefined || schemaAccepts(schema, value),
      ),
    )
  })

  it.each([
    ['parameters', params],
    ['answers', result],
  ])('agree with its contract about %s with an arbitrary part', (_, contract) => {
    const schema = jsonSchemaOf(contract)
    fc.assert(
      fc.property(arbitraryOf(contract), fc.nat(), fc.jsonValue(), (value, index, noise) => {
        const changed = withNoise(value, index, noise)
        const decoded = contract.decode(changed)
        const inShape = decoded._tag === 'Right' && decoded.right === changed
        if (inShape) expect(schemaAccepts(schema, changed)).toBe(true)
        else if (decoded._tag === 'Left') expect(schemaAccepts(schema, changed)).toBe(false)
      }),
    )
  })
})

it('jsonSchemaOf marks every secret of a ticket', () => {
  expect(jsonSchemaOf(allActions.passwordTicket.result)).toMatchObject({
    properties: {
      ticket_id: { 'x-secret': true },
      ticket_key: { 'x-secret': true },
      expire_time: { 'x-unit': 'seconds' },
    },
  })
})
