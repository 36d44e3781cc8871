import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Compiles async functions away, because they would use the Promise of the engine instead of the host's. */
export const lowered = (code: string, loader: 'js' | 'ts' = 'js'): string =>
  transformSync(code, { loader, format: 'cjs', target: 'es2016' }).code

/** A TypeScript file of this repository as a script for the bare host. */
export const compiledFile = (path: string): string | undefined => {
  const file = join(root, `${path.replace(/\.js$/, '')}.ts`)
  return existsSync(file) ? lowered(readFileSync(file, 'utf8'), 'ts') : undefined
}
