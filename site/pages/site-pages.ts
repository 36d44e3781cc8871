import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Pages from outside of `docs`. All paths of files start at the root of the repository. */
const others: Readonly<Record<string, string>> = {
  'CHANGELOG.md': 'changelog.md',
  'CONTRIBUTING.md': 'contributing.md',
  'simulator/README.md': 'simulator.md',
}

/** The page that the site makes of a file, such as `guide/errors.md`; undefined if the file is not on the site. */
export const pageOf = (file: string): string | undefined =>
  file.startsWith('docs/') && file.endsWith('.md')
    ? file.slice('docs/'.length).replace(/(^|\/)README\.md$/, '$1index.md')
    : others[file]

/** For VitePress, which looks for pages in the whole repository: everything at its root that has none. */
export const foldersWithoutPages = (): readonly string[] => [
  ...readdirSync(repository, { withFileTypes: true })
    .filter(({ name }) => name !== 'docs' && name !== 'simulator' && others[name] === undefined)
    .map((entry) => (entry.isDirectory() ? `${entry.name}/**` : entry.name)),
  'simulator/*/**',
]

/** Every page of the site with its file. */
export const sitePages = (): ReadonlyMap<string, string> => {
  const inDocs = readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' }).map(
    (name) => `docs/${name.replaceAll('\\', '/')}`,
  )
  const files = [...inDocs, ...Object.keys(others)].filter((file) =>
    existsSync(join(repository, file)),
  )
  return new Map(
    files.sort().flatMap((file) => {
      const page = pageOf(file)
      return page === undefined ? [] : [[page, file] as const]
    }),
  )
}

export const textOf = (file: string): string => readFileSync(join(repository, file), 'utf8')

/** The first heading of a page as plain text. */
export const titleOf = (file: string): string => {
  const [, title] = /^# (.+)$/m.exec(textOf(file)) ?? []
  if (title === undefined) throw new Error(`${file} has no heading "# …". Give it one.`)
  return title.replaceAll('`', '').replaceAll('<', '&lt;')
}

/** The address of a page within the site. */
export const addressOf = (page: string): string => `/${page.replace(/(^|\/)index\.md$/, '$1')}`
