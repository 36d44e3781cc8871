/** Writes docs/reference and docs/zh/reference from the sources; with `--check`, exits with 1 if a page is stale. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { referencePages } from './reference/pages/pages'

const root = join(__dirname, '..')
const folders = ['docs/reference', 'docs/zh/reference']

const writtenPages = (): ReadonlyMap<string, string> =>
  new Map(
    folders.flatMap((folder) => {
      mkdirSync(join(root, folder), { recursive: true })
      return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map(
          (name) => [join(folder, name), readFileSync(join(root, folder, name), 'utf8')] as const,
        )
    }),
  )

const pages = referencePages()
const written = writtenPages()
const removed = [...written.keys()].filter((path) => !pages.has(path))
const changed = [...pages.keys()].filter((path) => written.get(path) !== pages.get(path))

if (process.argv.includes('--check')) {
  for (const path of [...removed, ...changed])
    console.error(`${path} is stale: run \`npm run docs\``)
  if (removed.length + changed.length > 0) process.exitCode = 1
} else {
  for (const path of removed) rmSync(join(root, path))
  for (const path of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), pages.get(path) ?? '')
  }
  console.log(`${pages.size} pages, ${changed.length} written, ${removed.length} removed`)
}
