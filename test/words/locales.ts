import { en } from '../../src/entries/words/en'
import { zh } from '../../src/entries/words/zh'
import type { Locale } from '../../src/words/locale'

export const locales: readonly (readonly [name: string, locale: Locale])[] = [
  ['en', en],
  ['zh', zh],
]

/** The texts of a part of a locale, with their paths; functions are called with invented values. */
export const textsOf = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const isList = path.endsWith('.list')
    return [[path, String(isList ? value(['1', '2']) : value('1', '2'))]]
  }
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
}
