/** Writes docs/guide/from-lock-sdk.md from the table of functions; with `--check`, exits with 1 if the page is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockSdk } from './migration/lock-sdk'
import { makePage } from './migration/page'

const path = join(__dirname, '../docs/guide/from-lock-sdk.md')
const page = makePage(lockSdk)

if (!process.argv.includes('--check')) writeFileSync(path, page)
else if (readFileSync(path, 'utf8') !== page) {
  console.error('docs/guide/from-lock-sdk.md is stale: run `npm run migration`')
  process.exitCode = 1
}
