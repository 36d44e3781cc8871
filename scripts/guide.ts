/** Runs the examples of the guide's pages, all or those named, and prints what they print. */
import { pageNames, readPage } from './guide/page'
import { runPage } from './guide/run-page'

const main = async (): Promise<void> => {
  const [, , ...names] = process.argv
  for (const name of names.length > 0 ? names : pageNames) {
    console.log(`# ${name}`)
    process.stdout.write(await runPage(readPage(name)))
  }
}

void main()
