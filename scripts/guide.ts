/** Runs the examples of the guide's pages, all or those named, and prints what they print. */

import { bundlePages } from './guide/bundle-pages'
import { pageNames, readPage } from './guide/page'

const main = async (): Promise<void> => {
  const [, , ...named] = process.argv
  const names = named.length > 0 ? named : pageNames
  const { run, remove } = await bundlePages(names.map(readPage))
  try {
    for (const name of names) {
      console.log(`# ${name}`)
      process.stdout.write(await run(name))
    }
  } finally {
    remove()
  }
}

void main()
