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
    [
      'an identifier is text, whatever it is on the wire',
      id('Long'),
      { type: 'string', minLength: 1 },
    ],
    ['a flag is a boolean, whatever it is on the wire', flag('Integer'), { type: 'boolean' }],
    ['text', text(), { type: 'string' }],
    ['text that is not empty', text({ min: 1 }), { type: 'string', minLength: 1 }],
    ['what a form does not have', absent('never here'), { not: {} }],
    ['an empty text', emptyText(), { enum: [''] }],
    ['a comma-separated list', csv(), { type: 'string', 'x-separator': ',' }],
    [
      'a comma-separated list that is not empty',
      csv({ min: 1 }),
      { type: 'string', pattern: '[^,\\s]', 'x-separator': ',' },
    ],
    ['no result', noResult(), { not: {} }],
    ['a number, also where it is text on the wire', int('String'), { type: 'integer' }],
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
      'what JSON text holds',
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
    ['what it does not know', { decode: () => undefined }, {}],
  ])('says of %s', (_, codec, schema) => {
    expect(jsonSchemaOf(codec)).toEqual(schema)
  })

  it('leaves the other spellings of a field out, and lets unknown fields pass', () => {
    const codec = record({
      required: { password_id: id() },
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

  it('closes parameters, with every object inside', () => {
    const codec = params({ optional: { rows: listOf(record({ required: { day: int() } })) } })
    expect(jsonSchemaOf(codec)).toMatchObject({
      additionalProperties: false,
      properties: { rows: { items: { additionalProperties: false } } },
    })
  })

  it('describes a page by its object', () => {
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
        // JSON has no word for no value.
        (value) => value === undefined || schemaAccepts(schema, value),
      ),
    )
  })

  it.each([
    ['parameters', params],
    ['answers', result],
  ])('agree with its contract about %s that have a strange part', (_, contract) => {
    const schema = jsonSchemaOf(contract)
    fc.assert(
      fc.property(arbitraryOf(contract), fc.nat(), fc.jsonValue(), (value, place, noise) => {
        const strange = withNoise(value, place, noise)
        const decoded = contract.decode(strange)
        const inShape = decoded._tag === 'Right' && decoded.right === strange
        if (inShape) expect(schemaAccepts(schema, strange)).toBe(true)
        else if (decoded._tag === 'Left') expect(schemaAccepts(schema, strange)).toBe(false)
      }),
    )
  })
})

it('marks every secret of a ticket', () => {
  expect(jsonSchemaOf(allActions.passwordTicket.result)).toMatchObject({
    properties: {
      ticket_id: { 'x-secret': true },
      ticket_key: { 'x-secret': true },
      expire_time: { 'x-unit': 'seconds' },
    },
  })
})
