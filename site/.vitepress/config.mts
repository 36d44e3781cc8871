import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { lockpanelSources } from '../../examples/panel-web-sources.mjs'
import { setupProgram } from '../../scripts/guide/page'
import { examplesPlugin } from '../examples/examples-plugin'
import { findNodeNeeds } from '../examples/node-needs'
import { pagesWithExamples } from '../examples/page-examples'
import { runButtons } from '../examples/run-buttons'
import { importedModules, siteExamples } from '../examples/runnable'
import { deadLinks } from '../links/check-links'
import { repositoryLinks } from '../links/repository-links'
import { navigationOf } from '../pages/sidebar'
import { foldersWithoutPages, pageOf, repository } from '../pages/site-pages'
import { boostPage } from '../search/boost-page'
import { tokenize } from '../search/tokenize'
import { chineseSearch, chineseTheme } from './chinese'

/** A padlock. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="none" stroke="#3451b2" stroke-width="4" d="M10 14V9a6 6 0 0 1 12 0v5"/><rect x="5" y="14" width="22" height="15" rx="3" fill="#3451b2"/></svg>'

const pages = pagesWithExamples()
const needs = await findNodeNeeds(importedModules(setupProgram(), pages))
const examples = new Map(pages.map((each) => [each.page, siteExamples(each, needs)]))

export default defineConfig({
  title: 'lockpanel',
  description: 'The TypeScript runtime for smart-lock panels',
  head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(ICON)}` }]],
  srcDir: repository,
  srcExclude: [...foldersWithoutPages()],
  outDir: fileURLToPath(new URL('../dist', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../.cache/site', import.meta.url)),
  // The sidebar of the reference would otherwise be in every page.
  metaChunk: true,
  rewrites: (file) => pageOf(file) ?? file,
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: navigationOf('') },
    zh: {
      label: '中文',
      lang: 'zh-Hans',
      themeConfig: { ...navigationOf('zh/'), ...chineseTheme },
    },
  },
  themeConfig: {
    outline: [2, 3],
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize }, searchOptions: { boostDocument: boostPage } },
        locales: { zh: { translations: chineseSearch } },
      },
    },
  },
  markdown: {
    config: (markdown) => {
      markdown.use(repositoryLinks)
      markdown.use(runButtons((page) => examples.get(page) ?? []))
    },
  },
  transformPageData: ({ relativePath }) =>
    /^(zh\/)?index\.md$/.test(relativePath)
      ? { frontmatter: { sidebar: false, aside: false, editLink: false } }
      : undefined,
  buildEnd: ({ outDir }) => {
    const dead = deadLinks(outDir)
    if (dead.length > 0) throw new Error(`these links lead nowhere:\n${dead.join('\n')}`)
  },
  vite: {
    plugins: [examplesPlugin(pages, needs)],
    resolve: { alias: lockpanelSources },
  },
})
