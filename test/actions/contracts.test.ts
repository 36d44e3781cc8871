import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import type { Action } from '../../src/core/action'
import type { Contract } from '../../src/core/contract/contract'
import { nodeOf } from '../../src/core/contract/node'
import { readEnvelope } from '../../src/core/envelope/read-envelope'
import { type Issue, issuesOf } from '../../src/core/errors/issue'
import { arbitraryOf } from '../support/arbitrary'
import { fieldsOf, firstPlace, valueAt, withoutField } from '../support/contract-fields'
import { type DocumentedParam, fixtures, isSample, operations } from '../support/fixtures'
import { documentedFields } from './documented-fields'

const actions = Object.values<Action>(allActions)

const decode = (contract: Contract<unknown>, value: unknown): unknown => {
  const decoded = contract.decode(value)
  if (decoded._tag === 'Left') throw new Error(JSON.stringify(issuesOf(decoded.left)))
  return decoded.right
}

const issuesIn = (contract: Contract<unknown>, value: unknown): readonly Issue[] => {
  const decoded = contract.decode(value)
  return decoded._tag === 'Left' ? issuesOf(decoded.left) : []
}

/** A value with every field, always the same one. */
const fullValue = (contract: Contract<unknown>): unknown =>
  fc.sample(arbitraryOf(contract, { full: true }), { numRuns: 1, seed: 42 })[0]

const flat = (params: readonly DocumentedParam[], at = ''): readonly [string, DocumentedParam][] =>
  params.flatMap((param): readonly [string, DocumentedParam][] => [
    [at + param.name, param],
    ...flat(param.children ?? [], `${at}${param.name}${param.type === 'List' ? '[].' : '.'}`),
  ])

const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: Number.isSafeInteger,
  int: Number.isSafeInteger,
  // An identifier beyond 2^53 keeps its digits as text.
  long: (value) => Number.isSafeInteger(value) || typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  bool: (value) => typeof value === 'boolean',
  list: Array.isArray,
}

const expectDocumentedTypes = (written: unknown, params: readonly DocumentedParam[]): void => {
  for (const { name, type, children } of params) {
    const value = (written as Readonly<Record<string, unknown>>)[name]
    if (value === undefined) continue
    expect([name, type, isOfType[type.toLowerCase()]?.(value)]).toEqual([name, type, true])
    if (children === undefined) continue
    for (const item of Array.isArray(value) ? value : [value]) expectDocumentedTypes(item, children)
  }
}

const unitNames: Readonly<Record<string, string>> = {
  s: 'seconds',
  ms: 'milliseconds',
  min: 'minutes',
}

const fixtureOf = (name: string) => {
  const fixture = fixtures.get(name)
  if (fixture === undefined) throw new Error(`${name} has no fixture`)
  return fixture
}

it('names every action once', () => {
  expect(new Set(actions.map(({ name }) => name)).size).toBe(actions.length)
})

describe.each(actions)('$name', (action) => {
  const { name, params, result } = action
  const fixture = fixtureOf(name)
  const { documented } = fixture

  it('is the operation that the documents describe', () => {
    const { family, version, safety, locks } = action
    expect({ operation: name, family, safety, locks, ...(version && { version }) }).toEqual(
      operations.find(({ operation }) => operation === name),
    )
  })

  it('names fields that exist as its device, its codes, its ticket and its check', () => {
    const { sync, ticket, check } = action
    const given = fieldsOf(params).map(({ path }) => path)
    const used = [sync?.device, sync?.codes, ticket].filter((field) => field !== undefined)
    expect(used.filter((field) => !given.includes(field))).toEqual([])
    const answered = fieldsOf(result).map(({ path }) => path)
    if (sync?.distributed !== undefined) expect(answered).toContain(sync.distributed)
    if (check !== undefined) expect(operations.map(({ operation }) => operation)).toContain(check)
  })

  it('takes the documented parameters, and requires those that the table requires', () => {
    const taken = fieldsOf(params).map(({ path, required }) => [path, required])
    const table = flat(documented.params).map(([path, { required }]) => [path, required])
    expect(taken.sort()).toEqual(table.sort())
  })

  it('knows every documented field of the answer, and requires what always comes', () => {
    for (const { path, field, required, why } of documentedFields(fixture, result)) {
      expect([path, field !== undefined]).toEqual([path, true])
      expect([path, field?.required, why]).toEqual([path, required, why])
    }
  })

  if (isSample(fixture.response)) {
    const { repaired } = fixture.response
    const envelope = readEnvelope(repaired)

    it('reads the sample answer', () => {
      const answer = envelope.ok ? envelope.result : undefined
      if (fixture.refused === undefined) expect(decode(result, answer)).toEqual(fixture.decoded)
      else expect(issuesIn(result, answer).length).toBeGreaterThan(0)
    })
  }

  if (isSample(fixture.request)) {
    const { repaired } = fixture.request

    it('takes the sample request, or names what it lacks', () => {
      const lacking = issuesIn(params, repaired)
      expect(lacking).toEqual(fixture.missing.map((path) => ({ path, message: 'missing' })))
      if (fixture.requestComplete)
        expectDocumentedTypes(params.encode(decode(params, repaired)), documented.params)
    })
  }

  it('sends every parameter in the type of its table', () => {
    const written = params.encode(fullValue(params))
    expect(Object.keys(written as object).sort()).toEqual(
      documented.params.map((param) => param.name).sort(),
    )
    expectDocumentedTypes(written, documented.params)
  })

  it('counts in the units of the documents', () => {
    const { params: table, result: answer } = documented
    const measured = [
      ...flat(table).map(([path, { unit }]) => ({ path, unit, of: params })),
      ...answer.map(({ path, unit }) => ({ path, unit, of: result })),
    ].filter(({ unit }) => unit !== undefined)
    for (const { path, unit, of } of measured) {
      const node = nodeOf(
        path === '$' ? of : fieldsOf(of).find((known) => known.path === path)?.codec,
      )
      expect([path, node !== undefined && 'unit' in node && node.unit]).toEqual([
        path,
        unitNames[unit ?? ''],
      ])
    }
  })

  it('writes every field of an answer in the type of its table', () => {
    const written = result.encode(fullValue(result))
    for (const { field, types } of documentedFields(fixture, result)) {
      const table = types.find((type) => type.endsWith(' (table)'))?.replace(' (table)', '')
      const isRight = isOfType[table?.toLowerCase() ?? '']
      if (field === undefined || isRight === undefined) continue
      const { path } = field
      expect([path, table, isRight(valueAt(written, path))]).toEqual([path, table, true])
    }
  })

  it.each([
    ['a parameter', params],
    ['a field of the answer', result],
  ])('says which it is when %s that is required is missing', (_, contract) => {
    const value = fullValue(contract)
    for (const { path } of fieldsOf(contract).filter(({ required }) => required))
      expect(issuesIn(contract, withoutField(value, path))).toEqual([
        { path: firstPlace(path), message: 'missing' },
      ])
  })

  it('refuses a parameter that it does not know, and names the nearest', () => {
    const value = fullValue(params) as Readonly<Record<string, unknown>>
    for (const [meant, given] of Object.entries(value)) {
      const { [meant]: _, ...others } = value
      expect(issuesIn(params, { ...others, [`${meant}s`]: given })).toContainEqual({
        path: `${meant}s`,
        message: `unknown parameter; did you mean ${meant}?`,
      })
    }
    expect(issuesIn(params, { ...value, zzzzzzzzzzzzzzzzzz: 1 })).toEqual([
      { path: 'zzzzzzzzzzzzzzzzzz', message: 'unknown parameter' },
    ])
  })
})
