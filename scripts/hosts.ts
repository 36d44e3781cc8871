/** Writes the pages on hosts from the channels of the flows; with `--check`, exits with 1 if one is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readColumns } from './hosts/cells'
import { english } from './hosts/chrome-en'
import { chinese } from './hosts/chrome-zh'
import { makePage } from './hosts/page'

const root = join(__dirname, '..')
const languages = { 'docs/guide/hosts.md': english, 'docs/zh/guide/hosts.md': chinese }

const main = async (): Promise<void> => {
  const columns = await readColumns()
  for (const [file, chrome] of Object.entries(languages)) {
    const path = join(root, file)
    const page = makePage(columns, chrome)
    if (!process.argv.includes('--check')) writeFileSync(path, page)
    else if (readFileSync(path, 'utf8') !== page) {
      console.error(`${file} is stale: run \`npm run hosts\``)
      process.exitCode = 1
    }
  }
}

void main()
