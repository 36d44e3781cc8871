import { describe, expect, it } from 'vitest'
import type { Contract } from '../../src/core/contract/contract'
import { sourceFiles } from '../layout/source-files'
import { fieldsOf } from '../support/contract-fields'
import {
  clientOperations,
  documentedOperations,
  type Fixture,
  fixtures,
  isSample,
  operations,
} from '../support/fixtures'
import { refuses } from '../support/reading'
import { everyAction, registries } from '../support/registries'
import { paramsOfRoute } from './params-of-route'

/** An empty text is a value only for a field that accepts it; a value may use an alias of its field. */
const isGiven = (operation: string, given: Readonly<Record<string, unknown>>, path: string) => {
  const action = everyAction.find(({ name }) => name === operation)
  const field = fieldsOf(action?.params).find((known) => known.path === path)
  const values = [path, ...(field?.aliases ?? [])].map((name) => given[name] ?? undefined)
  const takesEmpty = field !== undefined && !refuses(field.codec as Contract<unknown>, '')
  return values.some((value) => value !== undefined && (value !== '' || takesEmpty))
}

/** The parameters of a sample request, parsed from its lines. */
const parsedParams = ({ operation, request }: Fixture): unknown => {
  if (!isSample(request)) return undefined
  if (operation.includes(' ')) return paramsOfRoute(operation, request.verbatim)
  const parsed = JSON.parse(request.verbatim.join('\n')) as { readonly params?: unknown }
  return parsed.params ?? parsed
}

const actionFiles = sourceFiles('actions')
const described = everyAction.map(({ name }) => fixtures.get(name) as Fixture)

describe('the fixtures', () => {
  it.each(registries)('contain every operation of the family $family', ({ family }) => {
    const documented = operations.filter((row) => row.family === family)
    expect(documented.filter(({ operation }) => !fixtures.has(operation))).toEqual([])
  })

  it('contain no other operation', () => {
    const names = operations.map(({ operation }) => operation)
    expect([...fixtures.keys()].filter((operation) => !names.includes(operation))).toEqual([])
  })

  it('count 99 documented operations: 43, 27 and 29', () => {
    const count = (family: string) =>
      documentedOperations.filter((row) => row.family === family).length
    expect(['mini-program', 'open-api', 'panel'].map(count)).toEqual([43, 27, 29])
  })

  it.each(clientOperations)('say the same about $operation as its file', ({ operation }) => {
    const file = actionFiles.find(({ text }) => text.includes(`name: '${operation}',`))
    const [, confidence, seen] = /Confidence ([AB]) \(([^)]+)\)/.exec(file?.text ?? '') ?? []
    expect(fixtures.get(operation)?.source).toMatchObject({ confidence, seen: seen?.split(', ') })
  })

  it.each(clientOperations)('say where $operation was seen, and invent every value', (row) => {
    const { source, request, response } = fixtures.get(row.operation) as Fixture
    expect(source).toMatchObject({ confidence: expect.stringMatching(/^[AB]$/) })
    expect('seen' in source && source.seen.length).toBeGreaterThan(0)
    for (const sample of [request, response])
      if (isSample(sample)) expect(sample).toMatchObject({ values: 'invented', repairs: [] })
  })

  it.each(described)('list every repair of the samples of $operation', (fixture) => {
    const { request, response } = fixture
    if (isSample(request) && request.repairs.length === 0)
      expect(parsedParams(fixture)).toEqual(request.repaired)
    if (isSample(response) && response.repairs.length === 0)
      expect(JSON.parse(response.verbatim.join('\n'))).toEqual(response.repaired)
  })

  it.each(described)('list the missing fields of the sample request of $operation', (fixture) => {
    const { operation, request, documented } = fixture
    if (!isSample(request)) return
    const given = request.repaired as Readonly<Record<string, unknown>>
    const missing = documented.params
      .filter(({ name, required }) => required && !isGiven(operation, given, name))
      .map(({ name }) => name)
    expect(fixture.missing.filter((path) => !path.includes('.'))).toEqual(missing)
    expect(fixture.requestComplete).toBe(fixture.missing.length === 0)
  })
})
