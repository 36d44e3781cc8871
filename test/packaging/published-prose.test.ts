import { describe, expect, it } from 'vitest'
import { publishedNames } from './published-names'

/** Names that need no sentence, each with the reason. */
const exempt: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^seed\./, 'the data of the example; `Seed` describes its fields'],
]

const isExempt = (name: string): boolean => exempt.some(([pattern]) => pattern.test(name))

describe('the prose of the published types', () => {
  const names = publishedNames()

  it('covers every export of an entry, every member, and every type that they reach', () => {
    const without = names.filter(({ name, text }) => text === '' && !isExempt(name))
    expect(without.map(({ name }) => name)).toEqual([])
    expect(names.length).toBeGreaterThan(3_500)
  })

  it('is exempt only where names are without it', () => {
    const unused = exempt.filter(
      ([pattern]) => !names.some(({ name, text }) => text === '' && pattern.test(name)),
    )
    expect(unused).toEqual([])
  })

  it('says more than the name', () => {
    const words = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
    const repeated = names.filter(
      ({ name, text }) => text !== '' && words(text) === words(name.split('.').at(-1) ?? ''),
    )
    expect(repeated).toEqual([])
  })
})
