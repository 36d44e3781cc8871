import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import type { Action } from '../../src/core/action'
import { fieldsOf } from '../support/contract-fields'
import { fixtures, isSample, operations } from '../support/fixtures'

const spellingsOf = (operation: string, path: string): readonly string[] => {
  const action = Object.values<Action>(allActions).find(({ name }) => name === operation)
  const field = fieldsOf(action?.params).find((known) => known.path === path)
  return [path, ...(field?.aliases ?? [])]
}

describe('the fixtures', () => {
  it('hold every operation of the mini-program family', () => {
    const documented = operations.filter(({ family }) => family === 'mini-program')
    expect([...fixtures.keys()].sort()).toEqual(documented.map(({ operation }) => operation).sort())
  })

  it('count 99 operations: 43, 27 and 29', () => {
    const count = (family: string) => operations.filter((row) => row.family === family).length
    expect(['mini-program', 'open-api', 'panel'].map(count)).toEqual([43, 27, 29])
  })

  it.each([...fixtures.values()])('$operation says what was mended in its samples', (fixture) => {
    for (const sample of [fixture.request, fixture.response]) {
      if (!isSample(sample) || sample.repairs.length > 0) continue
      const written = JSON.parse(sample.verbatim.join('\n')) as { readonly params?: unknown }
      const isCall = sample === fixture.request && written.params !== undefined
      expect(isCall ? written.params : written).toEqual(sample.repaired)
    }
  })

  it.each([...fixtures.values()])('$operation names what its sample request lacks', (fixture) => {
    if (!isSample(fixture.request)) return
    const given = fixture.request.repaired as Readonly<Record<string, unknown>>
    // An empty text is no value, and a value may come under another name that the contract takes.
    const isGiven = (path: string) =>
      spellingsOf(fixture.operation, path).some((name) => (given[name] ?? '') !== '')
    const lacking = fixture.documented.params
      .filter(({ name, required }) => required && !isGiven(name))
      .map(({ name }) => name)
    expect(fixture.missing.filter((path) => !path.includes('.'))).toEqual(lacking)
    expect(fixture.requestComplete).toBe(fixture.missing.length === 0)
  })
})
