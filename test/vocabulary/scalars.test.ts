import { describe, expect, it } from 'vitest'
import {
  anyOf,
  csv,
  emptyText,
  epochMs,
  epochSeconds,
  flag,
  int,
  json,
  noResult,
  oneOf,
  record,
  text,
} from '../../actions/shared'
import { reading, refuses } from '../support/reading'

describe('a whole number', () => {
  it.each([
    [20, 20],
    ['20', 20],
    ['-3', -3],
    ['0', 0],
    ['2.0', 2],
  ])('is decoded from %j', (given, decoded) => {
    expect(reading(int(), given)).toEqual({ value: decoded })
  })

  it.each([
    [''],
    [' '],
    ['1 '],
    ['1e3'],
    ['0x10'],
    ['Infinity'],
    ['20 pages'],
    [1.5],
    ['1.5'],
    [Number.NaN],
    [2 ** 53],
    ['9007199254740993'],
    [true],
    [null],
    [[]],
  ])('is not decoded from %j', (given) => {
    expect(reading(int(), given)).toEqual({ refused: ['expected a whole number'] })
  })

  it('is rejected outside its bounds', () => {
    const minute = int('Integer', { min: 0, max: 1440, unit: 'minutes' })
    expect(reading(minute, 1440)).toEqual({ value: 1440 })
    expect(reading(minute, -1)).toEqual({ refused: ['expected at least 0'] })
    expect(reading(minute, '1441')).toEqual({ refused: ['expected at most 1440'] })
  })

  it('is decoded from the last part of an identifier only with lastPart', () => {
    const number = int('Integer', { lastPart: true })
    expect(reading(number, '12-03')).toEqual({ value: 3 })
    expect(reading(number, '3')).toEqual({ value: 3 })
    expect(reading(number, '-3')).toEqual({ value: -3 })
    expect(refuses(number, '12-')).toBe(true)
    expect(refuses(int(), '12-03')).toBe(true)
  })

  it('is encoded in the type of its table', () => {
    expect(int().encode(2)).toBe(2)
    expect(int('Long').encode(2)).toBe(2)
    expect(int('String').encode(2)).toBe('2')
  })
})

describe('a flag', () => {
  it.each([true, 1, '1', 'true'])('is true for %j', (given) => {
    expect(reading(flag(), given)).toEqual({ value: true })
  })

  it.each([false, 0, '0', 'false'])('is false for %j', (given) => {
    expect(reading(flag(), given)).toEqual({ value: false })
  })

  it.each([2, -1, '', 'yes', 'TRUE', null, {}, []])('is not decoded from %j', (given) => {
    expect(reading(flag(), given)).toEqual({ refused: ['expected true or false'] })
  })

  it('is encoded in the type of its table', () => {
    expect([true, false].map(flag().encode)).toEqual([true, false])
    expect([true, false].map(flag('Integer').encode)).toEqual([1, 0])
    expect([true, false].map(flag('String').encode)).toEqual(['true', 'false'])
  })
})

describe('a time', () => {
  it.each([
    ['10 digits are seconds', 1543297979, 1543297979, 1543297979000],
    ['13 digits are milliseconds', 1543297979123, 1543297979, 1543297979123],
    ['seconds as text', '1543297979', 1543297979, 1543297979000],
    ['0 as no limit', 0, 0, 0],
    ['the end of the year 9999 in seconds', 253402300799, 253402300799, 253402300799000],
    ['the end of the year 9999 in milliseconds', 253402300799000, 253402300799, 253402300799000],
  ])('is converted to its unit: %s', (_, given, seconds, milliseconds) => {
    expect(reading(epochSeconds(), given)).toEqual({ value: seconds })
    expect(reading(epochMs(), given)).toEqual({ value: milliseconds })
  })

  it.each([-1, 1.5, '', 'now', 1e15, true, null])('is not decoded from %j', (given) => {
    expect(reading(epochSeconds(), given)).toEqual({
      refused: ['expected a time in seconds since 1970'],
    })
    expect(refuses(epochMs(), given)).toBe(true)
  })

  it('is encoded in the type of its table', () => {
    expect(epochSeconds().encode(1543297979)).toBe(1543297979)
    expect(epochSeconds('String').encode(1543297979)).toBe('1543297979')
  })
})

describe('an enumeration', () => {
  const phase = oneOf([0, 1, 2])
  const operate = oneOf(['ADD', 'MODIFY'])

  it('accepts an unlisted value of the same type', () => {
    expect(reading(phase, 7)).toEqual({ value: 7 })
    expect(reading(operate, 'FREEZE')).toEqual({ value: 'FREEZE' })
  })

  it('converts a value to its type', () => {
    expect(reading(phase, '2')).toEqual({ value: 2 })
    expect(reading(operate, 3)).toEqual({ value: '3' })
  })

  it('rejects a value of another type, and names the expected type', () => {
    for (const given of ['ADD', '', 1.5, true, null])
      expect(reading(phase, given)).toEqual({ refused: ['expected a number, such as 0, 1, 2'] })
    for (const given of ['', true, null, []])
      expect(reading(operate, given)).toEqual({ refused: ['expected text, such as ADD, MODIFY'] })
  })

  it('is encoded in the type of its table', () => {
    expect(phase.encode(2)).toBe(2)
    expect(oneOf([10, 20], 'String').encode(20)).toBe('20')
    expect(operate.encode('ADD')).toBe('ADD')
  })
})

describe('an enumeration with an empty value', () => {
  const role = oneOf(['admin', 'normal', ''])

  it('accepts the empty text, also in a required field', () => {
    expect(reading(role, '')).toEqual({ value: '' })
    expect(reading(record({ key: { role } }), { role: '' })).toEqual({ value: { role: '' } })
  })

  it('treats null as missing', () => {
    expect(reading(record({ key: { role } }), { role: null })).toEqual({
      refused: ['role: missing'],
    })
  })
})

describe('no result', () => {
  it.each([undefined, null, '', true])('is decoded from %j', (given) => {
    expect(reading(noResult(), given)).toEqual({ value: undefined })
  })

  it.each([false, 0, 'ok', {}, []])('is not decoded from %j', (given) => {
    expect(reading(noResult(), given)).toEqual({ refused: ['expected no result'] })
  })
})

describe('text', () => {
  it.each([
    ['', ''],
    ['Jane', 'Jane'],
    [11233213, '11233213'],
  ])('is decoded from %j', (given, decoded) => {
    expect(reading(text(), given)).toEqual({ value: decoded })
  })

  it.each([true, null, {}, Number.NaN])('is not decoded from %j', (given) => {
    expect(reading(text(), given)).toEqual({ refused: ['expected text'] })
  })
})

describe('a comma-separated list', () => {
  it.each([
    ['', ''],
    ['unlock_card', 'unlock_card'],
    [' a, b,,c ', 'a,b,c'],
    [['a', 'b'], 'a,b'],
    [['a,b', ','], 'a,b'],
    [[], ''],
  ])('is decoded to one text from %j', (given, decoded) => {
    expect(reading(csv(), given)).toEqual({ value: decoded })
  })

  it.each([1, null, {}, ['a', 1]])('is not decoded from %j', (given) => {
    expect(reading(csv(), given)).toEqual({ refused: ['expected comma-separated text'] })
  })

  it('is missing when it is empty but needs a value', () => {
    const users = record({ key: { user_ids: csv({ min: 1 }) } })
    expect(reading(users, { user_ids: ['7', '8'] })).toEqual({ value: { user_ids: '7,8' } })
    expect(reading(users, { user_ids: '' })).toEqual({ refused: ['user_ids: missing'] })
    expect(reading(users, { user_ids: ' , ' })).toEqual({
      refused: ['user_ids: expected at least one comma-separated value'],
    })
  })
})

describe('the value of a data point', () => {
  it.each([null, '', 0, false, '{"h":0}', [1], { a: null }])('is not changed: %j', (given) => {
    expect(reading(json(), given)).toEqual({ value: given })
  })
})

describe('an empty text', () => {
  const bound = record({ key: { startTime: anyOf(int(), emptyText()) } })

  it('is the only text that emptyText accepts, and anyOf keeps it as a value', () => {
    expect(reading(bound, { startTime: '' })).toEqual({ value: { startTime: '' } })
    expect(reading(bound, { startTime: '7' })).toEqual({ value: { startTime: 7 } })
    expect(reading(bound, { startTime: null })).toEqual({ refused: ['startTime: missing'] })
    expect(refuses(bound, { startTime: 'now' })).toBe(true)
    expect(refuses(emptyText(), ' ')).toBe(true)
  })
})
