import { describe, expect, it } from 'vitest'
import {
  absent,
  csv,
  flag,
  id,
  int,
  json,
  jsonText,
  listOf,
  params,
  record,
  secret,
  singleton,
  text,
} from '../../actions/shared'
import { reading, refuses } from '../support/reading'

const password = record({
  key: { password_id: id('Long') },
  optional: {
    name: text(),
    sn: int(),
    valid: flag(),
    codes: csv(),
    value: json(),
    key: secret(id()),
  },
  aliases: { password_id: ['id', 'passwordId'] },
})

describe('a record', () => {
  it('keeps unknown fields, and keeps its reference', () => {
    const given = { password_id: '1', colour: 'red' }
    expect(reading(password, given)).toEqual({ value: given })
    expect(password.decode(given)).toHaveProperty('right', given)
    const decoded = password.decode(given)
    expect(decoded._tag === 'Right' && decoded.right === given).toBe(true)
  })

  it('is copied when a field changes, and the input is not modified', () => {
    const given = Object.freeze({ password_id: 1, sn: '2' })
    expect(reading(password, given)).toEqual({ value: { password_id: '1', sn: 2 } })
    expect(given).toEqual({ password_id: 1, sn: '2' })
  })

  it.each([null, undefined, 'text', 1, [], [{ password_id: '1' }]])(
    'is not decoded from %j',
    (given) => {
      expect(reading(password, given)).toEqual({ refused: ['expected an object'] })
    },
  )

  it('names every invalid field', () => {
    expect(reading(password, { sn: 'x', valid: 'perhaps' })).toEqual({
      refused: [
        'password_id: missing',
        'sn: expected a whole number',
        'valid: expected true or false',
      ],
    })
  })

  it('is encoded in the documented form, with unknown fields unchanged', () => {
    expect(password.encode({ password_id: '12', name: undefined, ...{ colour: 'red' } })).toEqual({
      password_id: 12,
      colour: 'red',
    })
  })

  it('does not confuse the methods of Object.prototype with its fields', () => {
    const given = { password_id: '1', toString: 1, valueOf: 2 }
    expect(reading(password, given)).toEqual({ value: given })
    expect(password.encode(given)).toEqual({ password_id: 1, toString: 1, valueOf: 2 })
    expect(refuses(params({ optional: { a: text() } }), { toString: 1 })).toBe(true)
  })
})

describe('null or an empty text', () => {
  it.each([
    ['is removed: null in an optional field', { name: null }, {}],
    ['is removed: an empty text for a number', { sn: '' }, {}],
    ['is removed: an empty text for a flag', { valid: '' }, {}],
    ['is removed: an empty text for a secret identifier', { key: '' }, {}],
    ['does not include undefined, which is kept', { sn: undefined }, { sn: undefined }],
    ['is kept: an empty text for a text', { name: '' }, { name: '' }],
    ['is kept: an empty list of codes', { codes: '' }, { codes: '' }],
    ['is kept: null in the value of a data point', { value: null }, { value: null }],
    ['is kept: an empty text in the value of a data point', { value: '' }, { value: '' }],
  ])('%s', (_, given, decodedFields) => {
    expect(reading(password, { password_id: '1', ...given })).toStrictEqual({
      value: { password_id: '1', ...decodedFields },
    })
  })

  it.each([{}, { password_id: null }, { password_id: '' }, { password_id: undefined }])(
    'is reported as missing in a required field: %j',
    (given) => {
      expect(reading(password, given)).toEqual({ refused: ['password_id: missing'] })
    },
  )

  it('is a value in a required text field, unless it is null', () => {
    const named = record({ key: { name: text() } })
    expect(reading(named, { name: '' })).toEqual({ value: { name: '' } })
    expect(reading(named, { name: null })).toEqual({ refused: ['name: missing'] })
  })

  it('is removed or missing where text has a minimum length, secret or not', () => {
    const filled = text({ min: 1 })
    const named = record({ key: { name: secret(filled) }, optional: { phone: filled } })
    expect(reading(named, { name: 'Jane', phone: '' })).toStrictEqual({ value: { name: 'Jane' } })
    expect(reading(named, { name: '' })).toEqual({ refused: ['name: missing'] })
    expect(reading(filled, '')).toEqual({ refused: ['expected text'] })
  })

  it('is the only value that a field excluded by a form accepts', () => {
    const rename = record({ key: { name: text() }, optional: { key: absent('never here') } })
    expect(reading(rename, { name: 'Jane', key: '' })).toStrictEqual({ value: { name: 'Jane' } })
    expect(reading(rename, { name: 'Jane', key: null })).toStrictEqual({ value: { name: 'Jane' } })
    expect(reading(rename, { name: 'Jane', key: 0 })).toEqual({ refused: ['key: never here'] })
  })
})

describe('an alias of a field', () => {
  it.each([
    ['is decoded to the canonical name', { id: 7 }, { password_id: '7' }],
    [
      'is dropped when the canonical name is present',
      { id: 7, password_id: 8 },
      { password_id: '8' },
    ],
    ['is used when the canonical name is null', { id: 7, password_id: null }, { password_id: '7' }],
    [
      'has the precedence that the contract gives it',
      { passwordId: 9, id: 7 },
      { password_id: '7' },
    ],
  ])('%s', (_, given, decodedFields) => {
    expect(reading(password, given)).toStrictEqual({ value: decodedFields })
  })

  it('is reported under the canonical name when its value is invalid', () => {
    expect(reading(password, { id: true })).toEqual({
      refused: ['password_id: expected an identifier: text, or a whole number below 2^53'],
    })
  })
})

describe('parameters', () => {
  const call = params({
    required: { device_id: id(), rows: listOf(record({ key: { minute: int() } })) },
    optional: { detail: record({ optional: { name: text() } }) },
  })

  it('are rejected when they are unknown, with the closest name as a suggestion', () => {
    expect(reading(call, { device_id: 'x', rows: [], devise_id: 'y' })).toEqual({
      refused: ['devise_id: unknown parameter; did you mean device_id?'],
    })
  })

  it('are rejected when they are unknown in a nested object', () => {
    const given = { device_id: 'x', rows: [{ minute: 1, minutes: 2 }], detail: { nam: 'x' } }
    expect(reading(call, given)).toEqual({
      refused: [
        'rows[0].minutes: unknown parameter; did you mean minute?',
        'detail.nam: unknown parameter; did you mean name?',
      ],
    })
  })

  it('may be unknown when their value is undefined', () => {
    expect(refuses(call, { device_id: 'x', rows: [], other: undefined })).toBe(false)
  })

  it('are decoded as tolerantly as an answer', () => {
    expect(reading(call, { device_id: 12, rows: { minute: '3' }, detail: null })).toStrictEqual({
      value: { device_id: '12', rows: [{ minute: 3 }] },
    })
  })
})

describe('a singleton', () => {
  const one = singleton({ key: { permanent: flag() } })

  it('is decoded from an object or from a list of one object', () => {
    expect(reading(one, { permanent: 1 })).toEqual({ value: { permanent: true } })
    expect(reading(one, [{ permanent: true }])).toEqual({ value: { permanent: true } })
  })

  it('is not decoded from a list of several objects or of none', () => {
    expect(reading(one, [{ permanent: true }, { permanent: false }])).toEqual({
      refused: ['expected an object'],
    })
    expect(refuses(one, [])).toBe(true)
  })
})

describe('JSON text', () => {
  const detail = jsonText(record({ key: { days: int() } }))

  it('is parsed one level deep, and accepted when it is already parsed', () => {
    expect(reading(detail, '{"days":"3"}')).toEqual({ value: { days: 3 } })
    expect(reading(detail, { days: 3 })).toEqual({ value: { days: 3 } })
    expect(reading(detail, '"{\\"days\\":3}"')).toEqual({ refused: ['expected an object'] })
  })

  it('is rejected when it is not JSON', () => {
    expect(reading(detail, '{days:3}')).toEqual({ refused: ['expected JSON text'] })
  })

  it('is encoded as text, or as a value where the samples send a value', () => {
    expect(detail.encode({ days: 3 })).toBe('{"days":3}')
    expect(jsonText(detail, 'value').encode({ days: 3 })).toBe('{"days":3}')
    expect(jsonText(listOf(id('Long')), 'value').encode(['3'])).toEqual([3])
  })
})
