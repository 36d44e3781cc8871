import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { documentedFields, schemaOf } from '../../src/core/contract/codec-schema'
import type { Contract } from '../../src/core/contract/contract'
import { arbitraryOf } from '../support/arbitrary'

type Fields = Readonly<Record<string, unknown>>

/** The objects that a contract's answer consists of, each with its rows: the whole answer, or the items of its list. */
const actions = Object.values(allActions)

const rowSchemaOf = (contract: unknown) => {
  const schema = schemaOf(contract)
  if (schema?._tag === 'listOf') return { rows: undefined, item: schemaOf(schema.item) }
  if (schema?._tag === 'record' && schema.rows !== undefined) {
    const list = schemaOf(schema.required[schema.rows])
    return {
      rows: schema.rows,
      item: list?._tag === 'listOf' ? schemaOf(list.item) : undefined,
    }
  }
  return undefined
}

const without = (row: unknown, name: string): Fields => {
  const { [name]: _, ...others } = row as Fields
  return others
}

const read = (contract: Contract<unknown>, value: unknown) => {
  const reading = contract.readTolerantly?.(value)
  if (reading === undefined) throw new Error('the contract is not of the vocabulary')
  return reading
}

describe.each(actions.map((action) => [action.name, action] as const))('%s', (_name, action) => {
  const contract: Contract<unknown> = action.result

  it('is read without drift, and as decode reads it, in its documented form', () => {
    fc.assert(
      fc.property(arbitraryOf(contract), (value) => {
        const wire = contract.encode(value)
        const strict = contract.decode(wire)
        if (strict._tag === 'Left') return
        expect(read(contract, wire)).toEqual({ ok: true, value: strict.right, drift: [] })
      }),
      { numRuns: 20 },
    )
  })

  const rowSchema = rowSchemaOf(contract)
  const { item } = rowSchema ?? {}
  if (rowSchema === undefined || item?._tag !== 'record') return

  const answerOf = (rows: readonly unknown[]) =>
    rowSchema.rows === undefined ? rows : { [rowSchema.rows]: rows, total: rows.length }
  const rowsOf = (value: unknown): readonly Fields[] =>
    (rowSchema.rows === undefined ? value : (value as Fields)[rowSchema.rows]) as readonly Fields[]
  const keys = Object.keys(item.required)

  it('loses no row for a missing documented field, and reports it', () => {
    if (documentedFields(item).length === 0) return
    fc.assert(
      fc.property(arbitraryOf(item), fc.constantFrom(...documentedFields(item)), (row, name) => {
        const wire = answerOf([without(row, name)])
        const reading = read(contract, wire)
        if (keys.includes(name)) return
        expect(reading).toMatchObject({ ok: true })
        if (!reading.ok) return
        expect(rowsOf(reading.value)).toHaveLength(1)
        const value = rowsOf(reading.value)[0]?.[name]
        expect([undefined, '', 'list']).toContain(Array.isArray(value) ? 'list' : value)
        expect(reading.drift.some(({ context }) => context.at(-1)?.key === name)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('loses only the rows without a key field, and never all of them', () => {
    if (keys.length === 0) return
    fc.assert(
      fc.property(
        fc.array(arbitraryOf(item), { minLength: 2, maxLength: 5 }),
        fc.constantFrom(...keys),
        fc.nat(),
        (rows, key, index) => {
          const bad = index % rows.length
          const wire = rows.map((row, at) => (at === bad ? without(row, key) : row))
          const reading = read(contract, answerOf(wire))
          expect(reading.ok && rowsOf(reading.value).length).toBe(rows.length - 1)
          const none = read(contract, answerOf(rows.map((row) => without(row, key))))
          expect(none.ok).toBe(false)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('reads a list, a page, one object and nothing as the same rows', () => {
    fc.assert(
      fc.property(arbitraryOf(item), (row) => {
        const spellings = [[row], row, { list: [row], totalCount: 1 }, { records: [row], total: 1 }]
        for (const spelling of spellings) {
          const reading = read(contract, spelling)
          expect(reading.ok && rowsOf(reading.value).length).toBe(1)
        }
        for (const nothing of [undefined, null, {}, { totalCount: 0 }, []]) {
          const reading = read(contract, nothing)
          expect(reading.ok && rowsOf(reading.value)).toEqual([])
        }
      }),
      { numRuns: 20 },
    )
  })

  it('is unreadable in another form, and not an empty list', () => {
    for (const value of ['text', 7, true, [7], ['text'], { total: 5 }, { message: 'no' }])
      expect([value, read(contract, value).ok]).toEqual([
        value,
        keys.length === 0 && typeof value === 'object' && !Array.isArray(value),
      ])
  })
})
