/** Writes the pages of the guides for users of the vendor's functions; with `--check`, exits with 1 if one is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationPages } from './migration/pages'

const root = join(__dirname, '..')

for (const [file, page] of Object.entries(migrationPages)) {
  const path = join(root, file)
  if (!process.argv.includes('--check')) writeFileSync(path, page)
  else if (readFileSync(path, 'utf8') !== page) {
    console.error(`${file} is stale: run \`npm run migration\``)
    process.exitCode = 1
  }
}
