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
  required: { password_id: id('Long') },
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

describe('an object', () => {
  it('lets fields pass that it does not know, and keeps its reference', () => {
    const given = { password_id: '1', colour: 'red' }
    expect(reading(password, given)).toEqual({ value: given })
    expect(password.decode(given)).toHaveProperty('right', given)
    const decoded = password.decode(given)
    expect(decoded._tag === 'Right' && decoded.right === given).toBe(true)
  })

  it('is copied where a field changes, and the answer stays as it was', () => {
    const given = Object.freeze({ password_id: 1, sn: '2' })
    expect(reading(password, given)).toEqual({ value: { password_id: '1', sn: 2 } })
    expect(given).toEqual({ password_id: 1, sn: '2' })
  })

  it.each([null, undefined, 'text', 1, [], [{ password_id: '1' }]])('is not %j', (given) => {
    expect(reading(password, given)).toEqual({ refused: ['expected an object'] })
  })

  it('names every field that does not fit', () => {
    expect(reading(password, { sn: 'x', valid: 'perhaps' })).toEqual({
      refused: [
        'password_id: missing',
        'sn: expected a whole number',
        'valid: expected true or false',
      ],
    })
  })

  it('is written in the documented form, what it does not know as it came', () => {
    expect(password.encode({ password_id: '12', name: undefined, ...{ colour: 'red' } })).toEqual({
      password_id: 12,
      colour: 'red',
    })
  })

  it('does not take the methods of every object for its fields', () => {
    const given = { password_id: '1', toString: 1, valueOf: 2 }
    expect(reading(password, given)).toEqual({ value: given })
    expect(password.encode(given)).toEqual({ password_id: 1, toString: 1, valueOf: 2 })
    expect(refuses(params({ optional: { a: text() } }), { toString: 1 })).toBe(true)
  })
})

describe('null and the empty text', () => {
  it.each([
    ['null in an optional field is absent', { name: null }, {}],
    ['an empty text for a number is absent', { sn: '' }, {}],
    ['an empty text for a flag is absent', { valid: '' }, {}],
    ['an empty text for an identifier is absent, secret or not', { key: '' }, {}],
    ['undefined is left as it is', { sn: undefined }, { sn: undefined }],
    ['an empty text for a text stays', { name: '' }, { name: '' }],
    ['an empty list of codes stays', { codes: '' }, { codes: '' }],
    ['null in the value of a data point stays', { value: null }, { value: null }],
    ['an empty text in the value of a data point stays', { value: '' }, { value: '' }],
  ])('%s', (_, given, inside) => {
    expect(reading(password, { password_id: '1', ...given })).toStrictEqual({
      value: { password_id: '1', ...inside },
    })
  })

  it.each([{}, { password_id: null }, { password_id: '' }, { password_id: undefined }])(
    'in a required field is missing: %j',
    (given) => {
      expect(reading(password, given)).toEqual({ refused: ['password_id: missing'] })
    },
  )

  it('is a value where text is required', () => {
    const named = record({ required: { name: text() } })
    expect(reading(named, { name: '' })).toEqual({ value: { name: '' } })
    expect(reading(named, { name: null })).toEqual({ refused: ['name: missing'] })
  })

  it('is absent where text must not be empty, secret or not', () => {
    const filled = text({ min: 1 })
    const named = record({ required: { name: secret(filled) }, optional: { phone: filled } })
    expect(reading(named, { name: 'Jane', phone: '' })).toStrictEqual({ value: { name: 'Jane' } })
    expect(reading(named, { name: '' })).toEqual({ refused: ['name: missing'] })
    expect(reading(filled, '')).toEqual({ refused: ['expected text'] })
  })

  it('is all that stands in a field which a form does not have', () => {
    const rename = record({ required: { name: text() }, optional: { key: absent('never here') } })
    expect(reading(rename, { name: 'Jane', key: '' })).toStrictEqual({ value: { name: 'Jane' } })
    expect(reading(rename, { name: 'Jane', key: null })).toStrictEqual({ value: { name: 'Jane' } })
    expect(reading(rename, { name: 'Jane', key: 0 })).toEqual({ refused: ['key: never here'] })
  })
})

describe('another spelling of a field', () => {
  it.each([
    ['is read under the canonical name', { id: 7 }, { password_id: '7' }],
    ['goes where the canonical name came too', { id: 7, password_id: 8 }, { password_id: '8' }],
    ['counts where the canonical name is null', { id: 7, password_id: null }, { password_id: '7' }],
    ['gives way in the order of the contract', { passwordId: 9, id: 7 }, { password_id: '7' }],
  ])('%s', (_, given, inside) => {
    expect(reading(password, given)).toStrictEqual({ value: inside })
  })

  it('names the canonical field where it does not fit', () => {
    expect(reading(password, { id: true })).toEqual({
      refused: ['password_id: expected an identifier: text, or a whole number below 2^53'],
    })
  })
})

describe('parameters', () => {
  const call = params({
    required: { device_id: id(), rows: listOf(record({ required: { minute: int() } })) },
    optional: { detail: record({ optional: { name: text() } }) },
  })

  it('are refused where they are not known, and the nearest is named', () => {
    expect(reading(call, { device_id: 'x', rows: [], devise_id: 'y' })).toEqual({
      refused: ['devise_id: unknown parameter; did you mean device_id?'],
    })
  })

  it('are refused in every object inside too', () => {
    const given = { device_id: 'x', rows: [{ minute: 1, minutes: 2 }], detail: { nam: 'x' } }
    expect(reading(call, given)).toEqual({
      refused: [
        'rows[0].minutes: unknown parameter; did you mean minute?',
        'detail.nam: unknown parameter; did you mean name?',
      ],
    })
  })

  it('may be there as undefined', () => {
    expect(refuses(call, { device_id: 'x', rows: [], other: undefined })).toBe(false)
  })

  it('take the tolerance of an answer', () => {
    expect(reading(call, { device_id: 12, rows: { minute: '3' }, detail: null })).toStrictEqual({
      value: { device_id: '12', rows: [{ minute: 3 }] },
    })
  })
})

describe('one object', () => {
  const one = singleton({ required: { permanent: flag() } })

  it('may come as a list of one', () => {
    expect(reading(one, { permanent: 1 })).toEqual({ value: { permanent: true } })
    expect(reading(one, [{ permanent: true }])).toEqual({ value: { permanent: true } })
  })

  it('is not chosen among several', () => {
    expect(reading(one, [{ permanent: true }, { permanent: false }])).toEqual({
      refused: ['expected an object'],
    })
    expect(refuses(one, [])).toBe(true)
  })
})

describe('JSON text', () => {
  const detail = jsonText(record({ required: { days: int() } }))

  it('is parsed one level, and taken where it came parsed', () => {
    expect(reading(detail, '{"days":"3"}')).toEqual({ value: { days: 3 } })
    expect(reading(detail, { days: 3 })).toEqual({ value: { days: 3 } })
    expect(reading(detail, '"{\\"days\\":3}"')).toEqual({ refused: ['expected an object'] })
  })

  it('is refused where it is no JSON', () => {
    expect(reading(detail, '{days:3}')).toEqual({ refused: ['expected JSON text'] })
  })

  it('is written as text again, or as itself where the samples send it so', () => {
    expect(detail.encode({ days: 3 })).toBe('{"days":3}')
    expect(jsonText(detail, 'value').encode({ days: 3 })).toBe('{"days":3}')
    expect(jsonText(listOf(id('Long')), 'value').encode(['3'])).toEqual([3])
  })
})
