import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { inOtherLanguage } from '../pages/other-language'

/**
 * The links of a built site that lead to no file, or to no element of the page. The switch of languages may lead to a page that has no
 * translation: the site then shows a link back (`missing-page.ts`).
 */
export const deadLinks = (folder: string): readonly string[] => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replaceAll('\\', '/'))
  const texts = new Map(pages.map((page) => [page, readFileSync(join(folder, page), 'utf8')]))
  return pages.flatMap((page) => {
    const translation = inOtherLanguage(`/${page.replace(/index\.html$/, '')}`)
    const hrefs = new Set(matches(texts.get(page) ?? '', / (?:href|src)="([^"]+)"/g))
    return [...hrefs]
      .filter((href) => !/^(?:[a-z]+:|\/\/)/.test(href) && href !== translation)
      .filter((href) => !leadsSomewhere(page, href))
      .map((href) => `${page}: ${href}`)
  })

  function leadsSomewhere(from: string, href: string): boolean {
    const { pathname, hash } = new URL(href, `http://site/${from}`)
    const path = decodeURIComponent(pathname).slice(1)
    const file = path === '' || path.endsWith('/') ? posix.join(path, 'index.html') : path
    if (!existsSync(join(folder, file)) || !statSync(join(folder, file)).isFile()) return false
    return hash === '' || idsOf(texts.get(file) ?? '').has(decodeURIComponent(hash.slice(1)))
  }
}

const idsOf = (html: string): ReadonlySet<string> => new Set(matches(html, / id="([^"]+)"/g))

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, match = '']) => match)
