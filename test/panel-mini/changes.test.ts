import { describe, expect, it } from 'vitest'
import { changesOf, rowsOnce } from '../../examples/panel-mini/store/changes'

interface View {
  readonly title: string
  readonly rows: readonly object[]
}

describe('the changes that a page of the mini-program sends to its view', () => {
  const [first, second, third] = [{ id: 1 }, { id: 2 }, { id: 3 }]
  const before: View = { title: 'Records', rows: [first, second] }

  it('are all fields at first', () => {
    expect(changesOf(undefined, before)).toEqual(before)
  })

  it('are only the fields that changed', () => {
    expect(changesOf(before, { ...before, title: 'Alarms' })).toEqual({ title: 'Alarms' })
  })

  it('are nothing for a new list with the same rows', () => {
    expect(changesOf(before, { ...before, rows: [first, second] })).toEqual({})
  })

  it('are only the new rows of a list that has grown at its end', () => {
    const after = { ...before, rows: [first, second, third] }
    expect(changesOf(before, after)).toEqual({ 'rows[2]': third })
  })

  it.each([
    ['has grown at its start', [third, first, second]],
    ['is shorter', [first]],
    ['is empty', []],
  ])('are the whole list if it %s', (_, rows) => {
    expect(changesOf<View>(before, { ...before, rows })).toEqual({ rows })
  })

  it('find the rows of items that were rows before', () => {
    const rowsOf = rowsOnce(({ id }: { readonly id: number }) => ({ text: `row ${id}` }))
    const rows = rowsOf([first, second])
    const changes = changesOf({ rows }, { rows: rowsOf([first, second, third]) })
    expect(changes).toEqual({ 'rows[2]': { text: 'row 3' } })
  })
})
