import { posix } from 'node:path'
import { addressOf, pageOf, sitePages, textOf, titleOf } from './site-pages'

/** An entry of VitePress's sidebar. */
export interface SidebarItem {
  readonly text: string
  readonly link?: string
  readonly items?: SidebarItem[]
  readonly collapsed?: boolean
}

/** The folder of each language within the site; English is at the root. */
export type LocaleFolder = '' | 'zh/'

/** The sidebars and the links at the top of the site in one language, from the folders and the headings of the pages. */
export interface Navigation {
  readonly sidebar: Readonly<Record<string, SidebarItem[]>>
  readonly nav: { text: string; link: string }[]
}

const TOP = ['guide/index.md', 'reference/index.md', 'decisions/index.md', 'contributing.md']

/** A page without a translation is listed in English. */
export const navigationOf = (locale: LocaleFolder): Navigation => {
  const pages = sitePages()
  const english = [...pages.keys()].filter((page) => !page.startsWith('zh/'))

  const itemOf = (page: string): { text: string; link: string } => {
    const translated = locale + page
    const shown = pages.has(translated) ? translated : page
    return { text: titleOf(pages.get(shown) ?? shown), link: addressOf(shown) }
  }

  /** One group for each folder, with its `index.md` as the heading. */
  const folderItems = (folder: string): SidebarItem[] => {
    const inFolder = english.filter((page) => page.startsWith(folder) && !isIndex(page))
    const direct = inFolder.filter((page) => !page.slice(folder.length).includes('/'))
    const folders = new Set(
      inFolder
        .map((page) => page.slice(folder.length))
        .filter((rest) => rest.includes('/'))
        .map((rest) => `${folder}${rest.slice(0, rest.indexOf('/') + 1)}`),
    )
    return [
      ...direct.map(itemOf),
      ...[...folders].map((inner) => ({
        ...headOf(inner),
        collapsed: true,
        items: folderItems(inner),
      })),
    ]
  }

  const headOf = (folder: string): SidebarItem =>
    pages.has(`${folder}index.md`) ? itemOf(`${folder}index.md`) : { text: headingOf(folder) }

  /** A folder without an index is a section of the index of its parent, whose anchor is the name of the folder. */
  const headingOf = (folder: string): string => {
    const index = `${posix.dirname(folder)}/index.md`
    const text = textOf(pages.get(locale + index) ?? pages.get(index) ?? '')
    const name = posix.basename(folder)
    const heading = text.match(/^## .+$/gm)?.find((line) => line.endsWith(` {#${name}}`))
    if (heading === undefined) throw new Error(`${index} has no heading "## … {#${name}}".`)
    return heading.slice('## '.length, -` {#${name}}`.length)
  }

  /** In the order of the page that lists the guides. What it does not list comes first. */
  const guideItems = (): SidebarItem[] => {
    const [head, ...groups] = linksByHeading('guide/index.md', locale, pages)
    const listed = new Set([head, ...groups].flatMap((group) => group?.pages ?? []))
    const unlisted = english.filter(
      (page) => page.startsWith('guide/') && !isIndex(page) && !listed.has(page),
    )
    return [
      {
        ...headOf('guide/'),
        items: [...(head?.pages ?? []), ...unlisted].map(itemOf),
      },
      ...groups.map(({ heading, pages: inGroup }) => ({
        text: heading,
        items: inGroup.map(itemOf),
      })),
    ]
  }

  return {
    nav: TOP.filter((page) => pages.has(page)).map(itemOf),
    sidebar: {
      [`/${locale}`]: guideItems(),
      ...Object.fromEntries(
        ['reference/', 'decisions/'].map((folder) => [
          `/${locale}${folder}`,
          [{ ...headOf(folder), items: folderItems(folder) }],
        ]),
      ),
    },
  }
}

const isIndex = (page: string): boolean => posix.basename(page) === 'index.md'

interface ListedPages {
  readonly heading: string
  /** The English pages that are linked under the heading, each once. */
  readonly pages: readonly string[]
}

/** What stands before the first heading of the second level is the first group. */
const linksByHeading = (
  page: string,
  locale: LocaleFolder,
  pages: ReadonlyMap<string, string>,
): readonly ListedPages[] => {
  const file = pages.get(locale + page) ?? pages.get(page)
  if (file === undefined) return []
  const seen = new Set<string>()
  return textOf(file)
    .split(/^## /m)
    .map((section) => ({
      heading: section.slice(0, section.indexOf('\n')),
      pages: [...section.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
        .map(([, target = '']) => pageOf(posix.join(posix.dirname(file), target)) ?? '')
        .map((target) => target.replace(/^zh\//, ''))
        .filter((target) => pages.has(target) && !seen.has(target) && seen.add(target)),
    }))
    .filter((group, index) => index === 0 || group.pages.length > 0)
}
