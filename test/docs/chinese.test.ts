import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/virtual-program'
import { type Markdown, readMarkdown } from './markdown'

const README = 'README-zh.md'
/** Chinese pages that only Chinese readers need. */
const OWN = ['docs/zh/index.md', 'docs/zh/terms.md']

/** The Chinese page of an English one. */
const chineseOf = (path: string): string =>
  path === 'README.md' ? README : path.replace(/^docs\//, 'docs/zh/')

const guides = readdirSync(join(root, 'docs/guide')).map((file) => `docs/guide/${file}`)
const translated = [...guides, 'docs/security.md', 'README.md']
const pages = translated
  .filter((path) => existsSync(join(root, chineseOf(path))))
  .map((path) => ({ path, english: readMarkdown(path), chinese: readMarkdown(chineseOf(path)) }))

/** Words that mean the same as a term of docs/zh/terms.md, with the term. */
const synonyms: Readonly<Record<string, string>> = {
  数据点: '功能点',
  解锁: '开锁',
  关锁: '上锁',
  令牌: 'token',
  答复: '应答',
  响应: '应答',
  会员: '成员',
  您: '你',
}

/** Where the links lead, in terms of the English pages: a Chinese page links to the Chinese page where there is one. */
const targetsOf = ({ links }: Markdown, isChinese: boolean): readonly string[] =>
  links
    .map(({ file, heading }) => {
      const chinese = chineseOf(file)
      // The two READMEs link to each other.
      const hasChinese = translated.includes(file) || file.startsWith('docs/reference/')
      const target = isChinese || /^README/.test(file) || !hasChinese ? file : chinese
      return `${/^README/.test(target) ? 'README' : target} ${heading ?? ''}`
    })
    .sort()

describe('the Chinese documents', () => {
  it('have a page for each English guide, the page on security and the README', () => {
    const missing = translated.map(chineseOf).filter((path) => !existsSync(join(root, path)))
    expect(missing).toEqual([])
  })

  it('have no page without an English one, except the index and the terms', () => {
    const files = readdirSync(join(root, 'docs/zh'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !file.startsWith('reference'))
      .map((file) => join('docs/zh', file))
    const expected = [...translated.map(chineseOf), ...OWN]
    expect(files.filter((file) => !expected.includes(file))).toEqual([])
  })

  it.each(OWN)('have only links that exist in %s', (path) => {
    expect(readMarkdown(path).levels[0]).toBe(1)
  })
})

describe.each(pages)('the Chinese page of $path', ({ english, chinese }) => {
  it('has the same code, comments aside', () => {
    expect(chinese.code).toEqual(english.code)
  })

  it('has the same headings and tables', () => {
    expect(chinese.levels).toEqual(english.levels)
    expect(chinese.rows).toBe(english.rows)
  })

  it('links to the same places, and to Chinese pages where they exist', () => {
    expect(targetsOf(chinese, true)).toEqual(targetsOf(english, false))
  })

  it('names the same code', () => {
    expect(chinese.names).toEqual(english.names)
  })

  it('uses the terms', () => {
    const found = Object.entries(synonyms).filter(([word]) => chinese.prose.includes(word))
    expect(found.map(([word, term]) => `${word}: use ${term}`)).toEqual([])
  })

  it('uses Chinese punctuation, and a space between Chinese and Latin letters', () => {
    const wrong = /\p{Script=Han}(?:[,;:?!]|[A-Za-z\d])|(?:[,;:?!] ?|[A-Za-z\d])\p{Script=Han}/gu
    expect(chinese.prose.match(wrong) ?? []).toEqual([])
  })

  it('has no English sentence', () => {
    expect(chinese.prose.match(/(?:\b[A-Za-z']+\b[ ,;:]+){6}/g) ?? []).toEqual([])
  })
})
