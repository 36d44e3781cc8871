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
  ])('is text inside: %s', (_, given, inside) => {
    expect(reading(id(), given)).toEqual({ value: inside })
  })

  it.each([
    ['an empty text', ''],
    ['a number that has lost digits', 2 ** 53],
    ['a fraction', 1.5],
    ['a boolean', true],
    ['nothing', null],
    ['a list', ['1']],
  ])('is refused: %s', (_, given) => {
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
  ])('leaves as a number where it is a Long that keeps its digits: %s', (inside, sent) => {
    expect(id('Long').encode(inside)).toBe(sent)
  })

  it('leaves as text where it is documented as a String', () => {
    expect(id().encode('1001')).toBe('1001')
  })
})

describe('a Long beyond 2^53', () => {
  const inside = (text: string): unknown => {
    const parsed = parseJson(text)
    return parsed.ok ? parsed.value : 'not JSON'
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
    expect(inside(text)).toEqual(value)
  })

  it.each([
    ['{"note":"call 12345678901234567"}', { note: 'call 12345678901234567' }],
    ['{"note":"a \\" 12345678901234567"}', { note: 'a " 12345678901234567' }],
    ['{"12345678901234567":1}', { '12345678901234567': 1 }],
    ['{"lon":114.03490357760252}', { lon: 114.03490357760252 }],
    ['{"far":1.2345678901234567e+20}', { far: 1.2345678901234567e20 }],
  ])('is not seen where none is: %s', (text, value) => {
    expect(inside(text)).toEqual(value)
  })

  it('is refused where a host has parsed it already, because it would name another thing', () => {
    expect(refuses(id('Long'), JSON.parse('9007199254740993'))).toBe(true)
  })
})
