import { describe, expect, it } from 'vitest'
import { anyOf, dps, flag, int, listOf, pageOf, record, text } from '../../actions/shared'
import { reading, refuses } from '../support/reading'

const point = record({ key: { code: text() } })

describe('a list', () => {
  it('is decoded from a single object', () => {
    expect(reading(listOf(point), { code: 'hijack' })).toEqual({ value: [{ code: 'hijack' }] })
  })

  it('keeps its reference when no item changes', () => {
    const given = [{ code: 'a' }, { code: 'b' }]
    const decoded = listOf(point).decode(given)
    expect(decoded._tag === 'Right' && decoded.right === given).toBe(true)
  })

  it('is copied when an item changes', () => {
    const given = Object.freeze([1, '2'])
    expect(reading(listOf(int()), given)).toEqual({ value: [1, 2] })
    expect(given).toEqual([1, '2'])
  })

  it('names the path of every invalid item', () => {
    expect(reading(listOf(point), [{ code: 'a' }, {}, null])).toEqual({
      refused: ['[1].code: missing', '[2]: expected an object'],
    })
  })

  it.each([null, '', 'a,b', 1, true])('is not decoded from %j', (given) => {
    expect(reading(listOf(point), given)).toEqual({ refused: ['expected a list'] })
  })
})

describe('a page', () => {
  const page = pageOf({
    rows: 'records',
    item: point,
    optional: { has_more: flag(), total: int() },
  })

  it('keeps its documented names', () => {
    expect(reading(page, { records: [{ code: 'a' }], has_more: 0, total: '3' })).toEqual({
      value: { records: [{ code: 'a' }], has_more: false, total: 3 },
    })
  })

  it('is decoded from a list of rows without a page', () => {
    expect(reading(page, [{ code: 'a' }])).toEqual({ value: { records: [{ code: 'a' }] } })
    expect(reading(page, [])).toEqual({ value: { records: [] } })
  })

  it('is rejected without its rows', () => {
    expect(reading(page, { total: 0 })).toEqual({ refused: ['records: missing'] })
    expect(reading(page, null)).toEqual({ refused: ['expected an object'] })
  })

  it('is rejected without another field that the documents promise', () => {
    const counted = pageOf({ rows: 'records', item: point, documented: { total: int() } })
    expect(reading(counted, [{ code: 'a' }])).toEqual({ refused: ['total: missing'] })
  })
})

describe('data points', () => {
  it('are decoded to a list of objects with one key each', () => {
    expect(reading(dps(), [{ unlock_password: '97' }])).toEqual({
      value: [{ unlock_password: '97' }],
    })
    expect(reading(dps(), { '1': true, '2': null })).toEqual({
      value: [{ '1': true }, { '2': null }],
    })
    expect(reading(dps(), [{ a: 1, b: 2 }, { c: 3 }])).toEqual({
      value: [{ a: 1 }, { b: 2 }, { c: 3 }],
    })
  })

  it.each([null, 'a', [1], [null]])('are not decoded from %j', (given) => {
    expect(reading(dps(), given)).toEqual({ refused: ['expected a list of data points'] })
  })
})

describe('anyOf', () => {
  const either = anyOf(record({ key: { code: text() } }), int())

  it('decodes with the first form that matches', () => {
    expect(reading(either, { code: 'a' })).toEqual({ value: { code: 'a' } })
    expect(reading(either, '7')).toEqual({ value: 7 })
    expect(either.encode(7)).toBe(7)
  })

  it('reports the errors of one form when no form matches', () => {
    expect(reading(either, {})).toEqual({ refused: ['code: missing'] })
    expect(refuses(either, null)).toBe(true)
  })

  it('reports the errors of the form with the fewest errors, or of the first such form', () => {
    const forms = anyOf(
      record({ key: { code: text(), value: int() } }),
      record({ key: { name: text(), value: int() } }),
    )
    expect(reading(forms, { name: 'a' })).toEqual({ refused: ['value: missing'] })
    expect(reading(forms, {})).toEqual({ refused: ['code: missing', 'value: missing'] })
    expect(reading(record({ optional: { forms } }), { forms: { name: 1, value: 'x' } })).toEqual({
      refused: ['forms.value: expected a whole number'],
    })
  })
})
