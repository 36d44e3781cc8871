import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the page, ready for a browser. */
export interface PageFile {
  readonly type: string
  readonly body: Uint8Array
}

const types: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
}

const here = dirname(fileURLToPath(import.meta.url))
/** The build bundles this module into `dist` or a folder inside of it; in a clone it runs from its source. */
const folders = ['virtual-lock', '../virtual-lock', '../../dist/virtual-lock'].map((folder) =>
  join(here, folder),
)

/** A file of the built page; `undefined` for another name. Throws if nothing is built. */
export const pageFile = (name: string): PageFile | undefined => {
  const type = Object.hasOwn(types, name) ? types[name] : undefined
  if (type === undefined) return undefined
  const path = folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
  if (path === undefined)
    throw new Error(`the page of the virtual lock is not built: run \`npm run build:virtual-lock\``)
  return { type, body: readFileSync(path) }
}
