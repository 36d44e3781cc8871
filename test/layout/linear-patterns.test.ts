import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files'

/** Regular expressions that only get short text of the caller, or text that was cut before. */
const shortInput = [
  String.raw`src/core/errors/vendor-error.ts: /[\s.]+$/`,
  String.raw`src/open-api/open-api.ts: /\/+$/`,
]

const patternsIn = (path: string, text: string): readonly string[] => {
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral)
      found.add((node as ts.RegularExpressionLiteral).text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
  return [...found]
}

const LENGTH = 20_000
/** Linear patterns need under 1 ms, quadratic ones most of a second. */
const MAX_MS = 125
const units = [
  ...['a', 'A', '1', '_', '-', '/', '.', ':', '=', ',', ' ', '\t', '\n', '"', '\\', '%', '{', '['],
  ...['a1', 'aA', 'Aa', 'A_', 'a/', 'a.', 'a-', 'a ', '1-', '1.', '0x', '\\"', 'a.js:1', 'AB_1'],
]
const hostileTexts = units.flatMap((unit) => {
  const text = unit.repeat(LENGTH / unit.length)
  return [text, `${text}!`, `${text}\n`, `x${text}é`]
})

/** The start of the first text that takes too long. */
const slowText = (literal: string): string | undefined => {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(literal) ?? []
  const pattern = new RegExp(source, flags)
  const isSlow = (text: string): boolean => {
    const startMs = performance.now()
    text.replace(pattern, '')
    return performance.now() - startMs > MAX_MS
  }
  // A busy machine may stop a fast one for as long, but not three times in a row.
  return hostileTexts.find((text) => isSlow(text) && isSlow(text) && isSlow(text))?.slice(0, 4)
}

const patterns = ['src', 'actions'].flatMap((folder) =>
  sourceFiles(folder).flatMap(({ path, text }) =>
    patternsIn(path, text).map((literal) => [path, literal] as const),
  ),
)

describe('a regular expression of the panel code', () => {
  it('is recognised as slow if its time is quadratic in the text', () => {
    expect(slowText(String.raw`/(?=[\w+/=-]*\d)[\w+/=-]{16,}/g`)).toBe('aaaa')
  })

  it.each(patterns.filter(([path, literal]) => !shortInput.includes(`${path}: ${literal}`)))(
    'reads a long hostile text in linear time: %s %s',
    (_, literal) => {
      expect(slowText(literal)).toBeUndefined()
    },
  )
})
