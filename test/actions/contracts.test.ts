import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schemaOf } from '../../src/core/contract/codec-schema'
import type { Contract } from '../../src/core/contract/contract'
import { readEnvelope } from '../../src/core/envelope/read-envelope'
import { type Issue, issuesOf } from '../../src/core/errors/issue'
import { arbitraryOf } from '../support/arbitrary'
import { fieldsOf, firstPlace, valueAt, withoutField } from '../support/contract-fields'
import { type DocumentedParam, fixtures, isSample, operations } from '../support/fixtures'
import { everyAction, registries } from '../support/registries'
import { documentedFields } from './documented-fields'
import { documentedForms, nameInFirst, partsOf } from './documented-forms'
import { expectDocumentedTypes, isOfType } from './documented-types'
import { deviationOf } from './sent-by-vendor-panels'

const decode = (contract: Contract<unknown>, value: unknown): unknown => {
  const decoded = contract.decode(value)
  if (decoded._tag === 'Left') throw new Error(JSON.stringify(issuesOf(decoded.left)))
  return decoded.right
}

const issuesIn = (contract: Contract<unknown>, value: unknown): readonly Issue[] => {
  const decoded = contract.decode(value)
  return decoded._tag === 'Left' ? issuesOf(decoded.left) : []
}

/** The same value on every call, with every field. */
const fullValue = (contract: Contract<unknown>): unknown =>
  fc.sample(arbitraryOf(contract, { full: true }), { numRuns: 1, seed: 42 })[0]

/**
 * A parameter that the table does not mark is required when it is part of the path. A parameter without a type is a
 * field of a list element, which has no meaning without it.
 */
const isRequired = ({ type, required, in: place }: DocumentedParam): boolean =>
  required === null ? place === 'path' : type === null || required

const flat = (params: readonly DocumentedParam[], at = ''): readonly [string, DocumentedParam][] =>
  params.flatMap((param): readonly [string, DocumentedParam][] => [
    [at + param.name, param],
    ...flat(param.children ?? [], `${at}${param.name}.`),
  ])

/** Treats a list of objects as one object; another test checks its type. */
const withoutLists = (path: string): string => path.replaceAll('[]', '')

const unitNames: Readonly<Record<string, string>> = {
  s: 'seconds',
  ms: 'milliseconds',
  min: 'minutes',
}

const unitOf = (codec: unknown): string | undefined => {
  const node = schemaOf(codec)
  return node !== undefined && 'unit' in node ? node.unit : undefined
}

const fixtureOf = (name: string) => {
  const fixture = fixtures.get(name)
  if (fixture === undefined) throw new Error(`${name} has no fixture`)
  return fixture
}

it.each(registries)(
  'the registry of the family $family has every operation exactly once',
  (registry) => {
    const family = operations.filter((row) => row.family === registry.family)
    expect(
      Object.values(registry.actions)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(family.map(({ operation }) => operation).sort())
  },
)

it('every action is exported under a name that is unique over all families', () => {
  const keys = registries.flatMap((registry) => Object.keys(registry.actions))
  expect(new Set(keys).size).toBe(keys.length)
})

it('every mini-program action is exported under the last part of its name', () => {
  const longer = { control: 'deviceControl', status: 'deviceStatus' }
  const [named] = registries.filter(({ family }) => family === 'mini-program')
  for (const [key, { name }] of Object.entries(named?.actions ?? {})) {
    const last = name.slice(name.lastIndexOf('.') + 1)
    expect(key).toBe(last in longer ? longer[last as keyof typeof longer] : last)
  }
})

describe.each(everyAction)('the action $name', (action) => {
  const { name, params, result } = action
  const fixture = fixtureOf(name)
  const { documented } = fixture
  const { leftOut, beyondTable } = deviationOf(action)
  const forms = documentedForms(params, fixture)
  const [answer = result] = partsOf(result)

  it('has the family, version, safety and locks of the documents', () => {
    const { family, version, safety, locks } = action
    expect({ operation: name, family, safety, locks, ...(version && { version }) }).toEqual(
      operations.find(({ operation }) => operation === name),
    )
  })

  it('refers only to existing fields and operations', () => {
    const { sync, ticket, check } = action
    const given = fieldsOf(params).map(({ path }) => path)
    const used = [sync?.device, sync?.codes, ticket].filter((field) => field !== undefined)
    expect(used.filter((field) => !given.includes(field))).toEqual([])
    const answered = fieldsOf(result).map(({ path }) => path)
    if (sync?.distributed !== undefined) expect(answered).toContain(sync.distributed)
    if (check !== undefined) expect(operations.map(({ operation }) => operation)).toContain(check)
  })

  describe.each(forms)('in $title,', ({ contract, table, sample }) => {
    it('has the documented parameters, and requires those that no panel of the vendor leaves out', () => {
      // A field that a form excludes counts only when the table of the form lists it.
      const declared = fieldsOf(contract)
        .filter(
          ({ path, codec }) =>
            schemaOf(codec)?._tag !== 'absent' || table.some(({ name }) => name === path),
        )
        .filter(({ path }) => !beyondTable.includes(path))
        .map(({ path, required }) => [withoutLists(path), required])
      const listed = flat(table).map(([path, param]) => [
        path,
        isRequired(param) && !leftOut.includes(path),
      ])
      expect(declared.sort()).toEqual(listed.sort())
    })

    it('encodes every parameter in the type of its table', () => {
      const encoded = contract.encode(fullValue(contract)) as object
      const inThisForm = fieldsOf(contract)
        .filter(({ path, codec }) => !/[.[]/.test(path) && schemaOf(codec)?._tag !== 'absent')
        .map(({ path }) => path)
      expect(Object.keys(encoded).sort()).toEqual([...inThisForm].sort())
      expectDocumentedTypes(encoded, table)
    })

    it('has the units of the documents', () => {
      for (const [path, { unit }] of flat(table)) {
        const field = fieldsOf(contract).find((known) => withoutLists(known.path) === path)
        if (unit !== undefined)
          expect([path, unitOf(field?.codec)]).toEqual([path, unitNames[unit]])
      }
    })

    it('names a missing parameter', () => {
      const value = fullValue(contract)
      for (const { path } of fieldsOf(contract).filter(({ required }) => required))
        expect(issuesIn(params, withoutField(value, path))).toEqual([
          { path: firstPlace(nameInFirst(forms, path)), message: 'missing' },
        ])
    })

    it('rejects an unknown parameter, and suggests the closest name', () => {
      const value = fullValue(contract) as Readonly<Record<string, unknown>>
      for (const [meant, given] of Object.entries(value)) {
        if (fieldsOf(params).some(({ path }) => path === `${meant}s`)) continue
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

    if (isSample(sample.request)) {
      const { repaired } = sample.request

      it('accepts the sample request, or names its missing fields', () => {
        const lacking = sample.missing.map((path) => ({ path, message: 'missing' }))
        expect(issuesIn(params, repaired)).toEqual(lacking)
        if (sample.requestComplete)
          expectDocumentedTypes(params.encode(decode(params, repaired)), table)
      })
    }
  })

  it('has every documented field of the answer, and requires each field that is always present', () => {
    for (const { path, field, required, why } of documentedFields(fixture, result)) {
      expect([path, field !== undefined]).toEqual([path, true])
      expect([path, field?.required, why]).toEqual([path, required, why])
    }
  })

  if (isSample(fixture.response)) {
    const { repaired } = fixture.response
    const envelope = readEnvelope(repaired)

    it('decodes the sample answer', () => {
      const answer = envelope.ok ? envelope.result : undefined
      if (fixture.refused === undefined) expect(decode(result, answer)).toEqual(fixture.decoded)
      else expect(issuesIn(result, answer).length).toBeGreaterThan(0)
    })
  }

  it('has the units of the documents in its answer', () => {
    for (const { path, unit } of documented.result) {
      const codec = path === '$' ? result : fieldsOf(answer).find((one) => one.path === path)?.codec
      if (unit !== undefined) expect([path, unitOf(codec)]).toEqual([path, unitNames[unit]])
    }
  })

  it('encodes every field of an answer in the type of its table', () => {
    const encoded = result.encode(fullValue(answer))
    for (const { field, types } of documentedFields(fixture, result)) {
      const table = types.find((type) => type.endsWith(' (table)'))?.replace(' (table)', '')
      const isRight = isOfType[table?.toLowerCase() ?? '']
      if (field === undefined || isRight === undefined) continue
      const { path } = field
      expect([path, table, isRight(valueAt(encoded, path))]).toEqual([path, table, true])
    }
  })

  it('names a missing field of the answer', () => {
    for (const part of partsOf(result))
      for (const { path } of fieldsOf(part).filter(({ required }) => required))
        expect(issuesIn(part, withoutField(fullValue(part), path))).toEqual([
          { path: firstPlace(path), message: 'missing' },
        ])
  })
})
