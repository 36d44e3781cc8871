import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { fieldsOf } from '../../command-line/contract/fields'
import { codecFacts } from '../../scripts/reference/fields/codec-facts'
import { fieldDocs } from '../../scripts/reference/fields/field-docs'
import { english } from '../../scripts/reference/fields/meanings-en'
import { chinese } from '../../scripts/reference/fields/meanings-zh'
import { makeReference } from '../../scripts/reference/make-reference'
import type { Action } from '../../src/core/action'
import { schemaOf } from '../../src/core/contract/codec-schema'

const reference = makeReference()
const docs = fieldDocs(reference)

const fields = Object.values<Action>(allActions).flatMap((action) =>
  (['params', 'result'] as const).flatMap((root) =>
    fieldsOf(action[root]).map(({ path, codec }) => ({
      path: `${root}${path.startsWith('[') ? '' : '.'}${path}`,
      action: action.name,
      codec,
    })),
  ),
)

describe('the documentation of the fields of the actions', () => {
  it('has a meaning of every field of every parameter and every result', () => {
    const without = fields.filter(
      ({ action, path }) => (reference[action]?.notes[path] ?? '') === '',
    )
    expect(without.map(({ action, path }) => `${action} ${path}`)).toEqual([])
    expect(fields.length).toBeGreaterThan(1_500)
  })

  it('names the unit of every time', () => {
    const times = fields.filter(({ codec }) => schemaOf(codec)?._tag === 'epoch')
    const without = times.filter(
      ({ action, path }) => !/seconds/i.test(docs.get(action)?.[path] ?? ''),
    )
    expect(without.map(({ action, path }) => `${action} ${path}`)).toEqual([])
    expect(times.length).toBeGreaterThan(80)
  })

  it('calls every secret one', () => {
    const secrets = fields.filter(({ codec }) => codecFacts(codec).includes('A secret.'))
    const without = secrets.filter(
      ({ action, path }) => !/secret/i.test(docs.get(action)?.[path] ?? ''),
    )
    expect(without.map(({ action, path }) => `${action} ${path}`)).toEqual([])
    expect(secrets.length).toBeGreaterThan(30)
  })

  it('uses every meaning that operations share', () => {
    const texts = new Set(Object.values(reference).flatMap(({ notes }) => Object.values(notes)))
    const unused = Object.entries(english).filter(([, text]) => !texts.has(text))
    expect(unused).toEqual([])
  })

  it('has no English meaning in Chinese', () => {
    const untranslated = Object.entries(chinese).filter(([, text]) => !/\p{Script=Han}/u.test(text))
    expect(untranslated).toEqual([])
  })
})
