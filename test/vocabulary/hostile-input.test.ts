import { describe, expect, it } from 'vitest'
import { jsonText, record, text } from '../../actions/shared'
import { cleanJson, MAX_DEPTH, MAX_TEXT_LENGTH, parseJson } from '../../src/core/json/parse-json'
import { reading } from '../support/reading'

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('hostile input', () => {
  it('loses the keys that would change a prototype, at every depth', () => {
    const parsed = parseJson(
      '{"a":{"__proto__":{"admin":true},"b":1},"constructor":{"prototype":{"admin":true}}}',
    )
    expect(parsed).toEqual({ ok: true, value: { a: { b: 1 } } })
    const { value } = parsed as { readonly value: { readonly a: { readonly admin?: boolean } } }
    expect(value.a.admin).toBeUndefined()
    expect(Object.keys(value)).toEqual(['a'])
    expect(({} as { readonly admin?: boolean }).admin).toBeUndefined()
  })

  it('is rejected beyond 32 levels of nesting', () => {
    expect(MAX_DEPTH).toBe(32)
    expect(parseJson(nested(32)).ok).toBe(true)
    expect(parseJson(nested(33)).ok).toBe(false)
    expect(parseJson(nested(100_000)).ok).toBe(false)
    expect(cleanJson(JSON.parse(nested(33)))).toEqual({ ok: false })
  })

  it('is rejected beyond 4 MB of text', () => {
    expect(MAX_TEXT_LENGTH).toBe(4 * 1024 * 1024)
    const textOfLength = (length: number) => `"${'x'.repeat(length - 2)}"`
    expect(parseJson(textOfLength(MAX_TEXT_LENGTH)).ok).toBe(true)
    expect(parseJson(textOfLength(MAX_TEXT_LENGTH + 1)).ok).toBe(false)
  })

  it('is cleaned in the JSON text of a field too', () => {
    const field = jsonText(record({ optional: { name: text() } }))
    expect(reading(field, '{"__proto__":{"name":"x"}}')).toEqual({ value: {} })
    expect(reading(field, nested(33))).toEqual({ refused: ['expected JSON text'] })
  })

  it.each(['', '{', 'undefined', '<html>', '{"a":1}{', '"1234567890123456'])(
    'is rejected when it is not JSON: %j',
    (given) => {
      expect(parseJson(given)).toEqual({ ok: false })
    },
  )

  it('is rejected quickly when a string is not terminated', () => {
    const unterminated = `1234567890123456"${'\\"'.repeat(MAX_TEXT_LENGTH / 2 - 20)}`
    expect(parseJson(unterminated)).toEqual({ ok: false })
    expect(parseJson(`${unterminated}\\`)).toEqual({ ok: false })
  })
})
