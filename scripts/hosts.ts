/** Writes docs/guide/hosts.md from the channels of the flows; with `--check`, exits with 1 if the page is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readColumns } from './hosts/cells'
import { makePage } from './hosts/page'

const path = join(__dirname, '../docs/guide/hosts.md')

const main = async (): Promise<void> => {
  const page = makePage(await readColumns())
  if (!process.argv.includes('--check')) writeFileSync(path, page)
  else if (readFileSync(path, 'utf8') !== page) {
    console.error('docs/guide/hosts.md is stale: run `npm run hosts`')
    process.exitCode = 1
  }
}

void main()
