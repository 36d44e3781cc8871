import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../src/core/json/parse-json'

/** A value, its JSON as a cloud may write it, and the value as it must be read. */
interface Written {
  readonly json: string
  readonly value: unknown
}

const blank = fc.stringMatching(/^[ \t\r\n]{0,3}$/)
const long = fc
  .tuple(fc.boolean(), fc.stringMatching(/^[1-9]\d{15,24}$/))
  .map(([isNegative, digits]): Written => {
    const text = `${isNegative ? '-' : ''}${digits}`
    return { json: text, value: text }
  })
const asWritten = (value: unknown): Written => ({ json: JSON.stringify(value), value })
/** Texts that look like members and numbers of JSON. */
const text = fc
  .array(
    fc.constantFrom('1234567890123456', '12345678901234567890', '"', '\\', ':', ',', '[', ' ', 'a'),
    { maxLength: 8 },
  )
  .map((parts) => asWritten(parts.join('')))
const leaf = fc.oneof(long, text, fc.integer().map(asWritten), fc.constant(asWritten(null)))

const { written } = fc.letrec<{ written: Written }>((tie) => ({
  written: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.tuple(fc.array(tie('written'), { maxLength: 4 }), blank).map(([items, space]) => ({
      json: `[${items.map(({ json }) => space + json + space).join(',')}]`,
      value: items.map(({ value }) => value),
    })),
    fc
      .tuple(
        fc.uniqueArray(fc.tuple(text, tie('written')), { selector: ([key]) => key.json }),
        blank,
      )
      .map(([members, space]) => ({
        json: `{${members.map(([key, { json }]) => `${space}${key.json}${space}:${space}${json}`).join(`${space},`)}}`,
        value: Object.fromEntries(members.map(([key, { value }]) => [key.value, value])),
      })),
  ),
}))

describe('a Long in JSON', () => {
  it('keeps its digits in every place, and no text changes', () => {
    fc.assert(
      fc.property(written, blank, ({ json, value }, space) => {
        expect(parseJson(space + json + space)).toEqual({ ok: true, value })
      }),
      { numRuns: 1_000 },
    )
  })
})
