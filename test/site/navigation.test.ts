import { describe, expect, it } from 'vitest'
import { navigationOf, type SidebarItem } from '../../site/pages/sidebar'
import { addressOf, sitePages } from '../../site/pages/site-pages'

const linksOf = (items: readonly SidebarItem[]): readonly string[] =>
  items.flatMap(({ link, items: inner = [] }) => [
    ...(link === undefined ? [] : [link]),
    ...linksOf(inner),
  ])

const inSidebar = (locale: '' | 'zh/') =>
  new Set(Object.values(navigationOf(locale).sidebar).flatMap(linksOf))

describe('the navigation of the site', () => {
  it('lists every guide and every decision', () => {
    const listed = inSidebar('')
    const pages = [...sitePages().keys()].filter((page) =>
      /^(guide|decisions|reference)\//.test(page),
    )
    expect(pages.map(addressOf).filter((address) => !listed.has(address))).toEqual([])
  })

  it('lists a page without a translation in English', () => {
    expect(inSidebar('zh/')).toContain('/decisions/0002-biome.md')
  })

  it.each([
    ['', ['Mini-program', 'Open API', 'Device panel']],
    ['zh/', ['小程序接口', 'OpenAPI 路由', '面板接口']],
  ] as const)('names the families as the pages of "/%s" do', (locale, families) => {
    const [reference] = navigationOf(locale).sidebar[`/${locale}reference/`] ?? []
    const groups = reference?.items?.filter(({ items }) => items !== undefined) ?? []
    expect(groups.map(({ text }) => text)).toEqual(families)
  })

  it('leads to pages that exist', () => {
    const addresses = new Set([...sitePages().keys()].map(addressOf))
    const linked = [...inSidebar(''), ...inSidebar('zh/')]
    expect(linked.filter((link) => !addresses.has(link))).toEqual([])
  })
})
