import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anyOf,
  dps,
  id,
  json,
  jsonText,
  listOf,
  pageOf,
  record,
  secret,
  text,
} from '../../actions/shared'
import { masked } from '../../command-line/contract/masked'
import { redact } from '../../src/core/contract/redact'
import { secretsOf } from '../../src/core/contract/secrets-of'
import { arbitraryOf } from '../support/arbitrary'
import { everyAction } from '../support/registries'

describe('a masked result', () => {
  it('hides every field that the contract marks, at any depth', () => {
    const contract = pageOf({
      rows: 'list',
      item: record({ key: { id: id(), key: secret(text()) } }),
    })
    expect(masked(contract, { list: [{ id: '1', key: 'k' }] })).toEqual({
      value: { list: [{ id: '1', key: '[secret]' }] },
      maskedCount: 1,
    })
  })

  it('hides a marked object, and a marked object in JSON text', () => {
    const inner = record({ key: { a: text() } })
    const contract = record({ key: { all: secret(inner), part: jsonText(secret(inner)) } })
    expect(masked(contract, { all: { a: '1' }, part: { a: '2' } }).value).toEqual({
      all: '[secret]',
      part: '[secret]',
    })
  })

  it('hides a field that any form marks, and keeps the other fields of all forms', () => {
    const contract = anyOf(
      record({ key: { name: text(), code: text() } }),
      record({ key: { code: secret(text()), other: text() } }),
    )
    expect(masked(contract, { name: 'n', code: 'c', other: 'o' }).value).toEqual({
      name: 'n',
      code: '[secret]',
      other: 'o',
    })
  })

  it('hides a field that is not in the contract, because it may be a new key', () => {
    expect(masked(listOf(record({})), [{ local_key: 'k' }])).toEqual({
      value: [{ local_key: '[not in the contract]' }],
      maskedCount: 1,
    })
  })

  it('keeps flags, numbers and words of data points, and hides text that may contain a password', () => {
    const values = { a: true, b: 87, c: 'wrong_finger', d: null, e: 'AQIDBAUG', f: { raw: 'x1' } }
    const points = Object.entries(values).map(([code, value]) => ({ code, value }))
    const contract = listOf(record({ key: { code: text(), value: json() } }))
    const shown = { ...values, e: '[secret]', f: '[secret]' }
    expect(masked(contract, points).value).toEqual(
      Object.entries(shown).map(([code, value]) => ({ code, value })),
    )
    expect(masked(dps(), [{ '1': true }, { '3': '123456' }]).value).toEqual([
      { '1': true },
      { '3': '[secret]' },
    ])
  })

  it.each(everyAction.map((action) => [action.name, action.result] as const))(
    'hides every secret of %s',
    (_name, result) => {
      fc.assert(
        fc.property(arbitraryOf(result, { full: true }), (value) => {
          const shown = JSON.stringify(masked(result, value).value) ?? ''
          // A generated secret may equal a field that is shown.
          const open = JSON.stringify(redact(result, value)) ?? ''
          for (const one of secretsOf(result, value).map((secret) => JSON.stringify(secret)))
            if (one.length > 10 && !open.includes(one)) expect(shown).not.toContain(one)
        }),
        { numRuns: 20 },
      )
    },
  )
})
