/** Writes the pages on hosts from the channels of the flows; with `--check`, exits with 1 if one is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readColumns } from './hosts/cells'
import { hostPages } from './hosts/pages'

const root = join(__dirname, '..')

const main = async (): Promise<void> => {
  for (const [file, page] of Object.entries(hostPages(await readColumns()))) {
    const path = join(root, file)
    if (!process.argv.includes('--check')) writeFileSync(path, page)
    else if (readFileSync(path, 'utf8') !== page) {
      console.error(`${file} is stale: run \`npm run hosts\``)
      process.exitCode = 1
    }
  }
}

void main()
