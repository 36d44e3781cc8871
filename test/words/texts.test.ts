import { describe, expect, it } from 'vitest'
import { en } from '../../src/entries/words/en'
import { zh } from '../../src/entries/words/zh'
import type { Locale } from '../../src/words/locale'
import { locales, textsOf } from './locales'

const pathsOf = (locale: Locale) => textsOf(locale).map(([path]) => path)

/** Keys with one meaning, whose texts are equal on purpose. */
const synonyms: readonly string[] = ['unknown', 'other', 'not-yet', 'later']

const repeatedIn = (table: Readonly<Record<string, string>>): readonly string[] => {
  const seen = new Map<string, string>()
  return Object.entries(table).flatMap(([key, text]) => {
    const earlier = seen.get(text)
    seen.set(text, key)
    const isMeant = earlier === undefined || [key, earlier].every((one) => synonyms.includes(one))
    return isMeant ? [] : [`${earlier} and ${key}: ${text}`]
  })
}

describe('the texts of a language', () => {
  it('exist for the same keys in English and in Chinese', () => {
    expect(pathsOf(zh).slice().sort()).toEqual(pathsOf(en).slice().sort())
    expect(pathsOf(en).length).toBeGreaterThan(200)
  })

  it('are never equal in English and in Chinese, except figures', () => {
    const english = new Map(textsOf(en))
    const equal = textsOf(zh).filter(([path, text]) => english.get(path) === text)
    expect(equal).toEqual([])
  })

  it.each(locales)('are not empty and have no spaces at their ends: %s', (_, locale) => {
    expect(textsOf(locale).filter(([, text]) => text === '' || text !== text.trim())).toEqual([])
  })

  it.each(locales)('are used for one key of a table only: %s', (_, locale) => {
    const { problems, advice, steps, batteryLevels, groups, doors } = locale
    const tables = [
      problems,
      advice,
      steps,
      batteryLevels,
      ...Object.values(groups),
      ...Object.values(doors),
    ]
    expect(tables.flatMap(repeatedIn)).toEqual([])
  })

  it('have no Latin letters and no half-width punctuation in Chinese', () => {
    expect(textsOf(zh).filter(([, text]) => /[A-Za-z,.:;!?()]/.test(text))).toEqual([])
  })

  it('have no Chinese characters and no full-width punctuation in English', () => {
    expect(textsOf(en).filter(([, text]) => /[^\x20-\x7e]/.test(text))).toEqual([])
  })

  it.each([
    ['en', en, '.'],
    ['zh', zh, '\u3002'],
  ])('are sentences as advice, and have no full stop as titles: %s', (_, locale, stop) => {
    expect(Object.values(locale.advice).filter((text) => !text.endsWith(stop))).toEqual([])
    expect(Object.values(locale.problems).filter((text) => text.includes(stop))).toEqual([])
  })

  it('are required by the compiler for every key', () => {
    const { duress, ...others } = en.groups.alarm
    // @ts-expect-error: the word for duress is missing
    const incomplete: Locale['groups']['alarm'] = others
    expect([duress, 'duress' in incomplete]).toEqual(['Duress alarm', false])
  })
})
