/** Writes the pages of docs/guide for users of the vendor's SDK and template; with `--check`, exits with 1 if one is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationPages } from './migration/pages'

const guide = join(__dirname, '../docs/guide')

for (const [file, page] of Object.entries(migrationPages)) {
  const path = join(guide, file)
  if (!process.argv.includes('--check')) writeFileSync(path, page)
  else if (readFileSync(path, 'utf8') !== page) {
    console.error(`docs/guide/${file} is stale: run \`npm run migration\``)
    process.exitCode = 1
  }
}
