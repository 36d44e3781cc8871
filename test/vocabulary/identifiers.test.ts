import { describe, expect, it } from 'vitest'
import { id } from '../../actions/shared'
import { parseJson } from '../../src/core/json/parse-json'
import { reading, refuses } from '../support/reading'

describe('an identifier', () => {
  it.each([
    ['text', '2887****', '2887****'],
    ['digits', '0012', '0012'],
    ['a number', 1001, '1001'],
    ['zero', 0, '0'],
    ['the greatest safe number', Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('is decoded to text: %s', (_, given, decoded) => {
    expect(reading(id(), given)).toEqual({ value: decoded })
  })

  it.each([
    ['an empty text', ''],
    ['a number that has lost digits', 2 ** 53],
    ['a fraction', 1.5],
    ['a boolean', true],
    ['null', null],
    ['a list', ['1']],
  ])('is rejected: %s', (_, given) => {
    expect(reading(id(), given)).toEqual({
      refused: ['expected an identifier: text, or a whole number below 2^53'],
    })
  })

  it.each([
    ['1001', 1001],
    ['-5', -5],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['007', '007'],
    ['1e3', '1e3'],
    ['2887****', '2887****'],
  ])('is encoded as a number when it is a Long that keeps its digits: %s', (decoded, sent) => {
    expect(id('Long').encode(decoded)).toBe(sent)
  })

  it('is encoded as text when it is documented as a String', () => {
    expect(id().encode('1001')).toBe('1001')
  })
})

describe('a Long above 2^53', () => {
  const parsed = (text: string): unknown => {
    const json = parseJson(text)
    return json.ok ? json.value : 'not JSON'
  }

  it.each([
    ['{"id":9007199254740993}', { id: '9007199254740993' }],
    ['[-1234567890123456789]', ['-1234567890123456789']],
    [
      '{"id":123456789012345,"more":1234567890123456}',
      { id: 123456789012345, more: '1234567890123456' },
    ],
    ['1234567890123456', '1234567890123456'],
  ])('keeps its digits: %s', (text, value) => {
    expect(parsed(text)).toEqual(value)
  })

  it.each([
    ['{"note":"call 12345678901234567"}', { note: 'call 12345678901234567' }],
    ['{"note":"a \\" 12345678901234567"}', { note: 'a " 12345678901234567' }],
    ['{"12345678901234567":1}', { '12345678901234567': 1 }],
    ['{"lon":114.03490357760252}', { lon: 114.03490357760252 }],
    ['{"far":1.2345678901234567e+20}', { far: 1.2345678901234567e20 }],
  ])('is not confused with similar digits: %s', (text, value) => {
    expect(parsed(text)).toEqual(value)
  })

  it('is rejected when a host has already parsed it, because its digits are lost', () => {
    expect(refuses(id('Long'), JSON.parse('9007199254740993'))).toBe(true)
  })
})
