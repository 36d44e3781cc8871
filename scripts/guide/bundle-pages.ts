import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import type { GuidePage } from './page'

const root = join(__dirname, '../..')
const run = promisify(execFile)
const TIMEOUT_MS = 30_000

export interface BundledPages {
  /** Runs the examples of a page on the sources, and gives what they print; fails with what they throw. */
  readonly run: (name: string) => Promise<string>
  readonly remove: () => void
}

/** Bundles the examples of pages, with the sources once for all of them. */
export const bundlePages = async (
  pages: readonly Pick<GuidePage, 'name' | 'program'>[],
): Promise<BundledPages> => {
  // Inside the repository, so that its packages and its own names are found.
  const folder = mkdtempSync(join(root, '.guide-'))
  const remove = () => rmSync(folder, { recursive: true })
  for (const { name, program } of pages) writeFileSync(join(folder, `${name}.ts`), program)
  try {
    await build({
      entryPoints: pages.map(({ name }) => join(folder, `${name}.ts`)),
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      tsconfig: join(root, 'tsconfig.node.json'),
      logLevel: 'silent',
    })
  } catch (error) {
    remove()
    throw error
  }
  return {
    run: async (name) => {
      const module = join(folder, `${name}.mjs`)
      const { stdout } = await run(process.execPath, [module], { cwd: root, timeout: TIMEOUT_MS })
      return stdout
    },
    remove,
  }
}
