import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Operation } from '../../simulator/operations/operation'
import { changeAt } from '../../simulator/quirks/change-at'
import {
  bareRows,
  lastAsText,
  onlyInFirstRow,
  renamed,
  without,
} from '../../simulator/quirks/fields'
import type { Quirk } from '../../simulator/quirks/quirk'
import {
  asBoolean,
  asNumber,
  asText,
  asZeroOrOne,
  emptied,
  fixed,
  parsed,
  single,
} from '../../simulator/quirks/values'
import { arbitraryOf } from '../support/arbitrary'
import { everyOperation } from '../support/operations'

/** Each quirk separately, and all of them together as in a sampled answer. */
const combinationsOf = ({ sampled: { quirks } }: Operation): readonly (readonly Quirk[])[] =>
  quirks.length === 0 ? [] : [...quirks.map((quirk) => [quirk]), quirks]

const cases = everyOperation.flatMap((operation) =>
  combinationsOf(operation).map((quirks) => ({
    name: `${operation.action.name}: ${quirks.map(({ name }) => name).join(', ')}`,
    result: operation.action.result,
    quirks,
  })),
)

const withoutOmitted = (quirks: readonly Quirk[], value: unknown): unknown =>
  quirks
    .flatMap(({ omits }) => omits)
    .reduce((rest, path) => changeAt(path, rest, () => undefined), value)

describe('a quirk of the vendor', () => {
  it.each(cases)('does not change the decoded value ($name)', ({ result, quirks }) => {
    fc.assert(
      fc.property(arbitraryOf(result), (value) => {
        const sampled = quirks.reduce((form, quirk) => quirk.apply(form), result.encode(value))
        const decoded = result.decode(JSON.parse(JSON.stringify(sampled)))
        if (decoded._tag === 'Left') throw new Error('the sampled form does not decode')
        expect(withoutOmitted(quirks, decoded.right)).toEqual(
          withoutOmitted(quirks, JSON.parse(JSON.stringify(value))),
        )
      }),
    )
  })
})

describe('the quirk functions', () => {
  const rows = (...values: unknown[]) => ({ rows: values, total: values.length })

  it('replace numeric text by a number, and keep other text', () => {
    const quirk = asNumber('rows[].n')
    expect(quirk.apply(rows({ n: '20' }, { n: '007' }, { n: 'x' }, {}))).toEqual(
      rows({ n: 20 }, { n: '007' }, { n: 'x' }, {}),
    )
  })

  it('replace a number by text, a boolean by 0 or 1, and JSON text by its value', () => {
    expect(asText('n').apply({ n: 20 })).toEqual({ n: '20' })
    expect(asZeroOrOne('n').apply({ n: true })).toEqual({ n: 1 })
    expect(parsed('n').apply({ n: '{"a":1}' })).toEqual({ n: { a: 1 } })
  })

  it('keep a field only in the first row, or change only the last row', () => {
    expect(onlyInFirstRow('n').apply([{ n: 1 }, { n: 2, a: 1 }])).toEqual([{ n: 1 }, { a: 1 }])
    expect(lastAsText('rows', 'n').apply(rows({ n: 1 }, { n: 2 }))).toEqual(
      rows({ n: 1 }, { n: '2' }),
    )
    expect(lastAsText('rows', 'n').apply(rows({ n: 1 }))).toEqual(rows({ n: 1 }))
  })

  it('empty a list', () => {
    expect(emptied('rows').apply(rows(1))).toEqual({ rows: [], total: 1 })
  })

  it('replace 0 and 1 by a boolean', () => {
    expect(asBoolean('a').apply({ a: 0 })).toEqual({ a: false })
    expect(asBoolean('a').apply({ a: 2 })).toEqual({ a: 2 })
  })

  it('replace a list of one object by the object', () => {
    expect(single('a').apply({ a: [{ b: 1 }] })).toEqual({ a: { b: 1 } })
    expect(single('').apply([1, 2])).toEqual([1, 2])
  })

  it('replace a page by its rows', () => {
    expect(bareRows('rows', ['total']).apply(rows(1, 2))).toEqual([1, 2])
  })

  it('omit a field, fix its value, or rename it', () => {
    expect(without('a.b').apply({ a: { b: 1, c: 2 } })).toEqual({ a: { c: 2 } })
    expect(fixed('total', 0).apply(rows(1))).toEqual({ rows: [1], total: 0 })
    expect(renamed('', 'random', 'rondom').apply({ random: 'a' })).toEqual({ rondom: 'a' })
    expect(renamed('rows[]', 'id', 'no').apply(rows({ id: 1 }, {}))).toEqual(rows({ no: 1 }, {}))
  })

  it('do not change the documented value itself', () => {
    const documented = rows({ n: '20' })
    asNumber('rows[].n').apply(documented)
    without('rows').apply(documented)
    expect(documented).toEqual(rows({ n: '20' }))
  })
})
