import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import type { GuidePage } from './page'

const root = join(__dirname, '../..')
const run = promisify(execFile)
const TIMEOUT_MS = 30_000

/** Runs the examples of a page on the sources, and gives what they print; fails with what they throw. */
export const runPage = async ({ program }: Pick<GuidePage, 'program'>): Promise<string> => {
  // Inside the repository, so that its packages and its own names are found.
  const folder = mkdtempSync(join(root, '.guide-'))
  const page = join(folder, 'page.ts')
  const module = join(folder, 'page.mjs')
  writeFileSync(page, program)
  try {
    await build({
      entryPoints: [page],
      outfile: module,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      tsconfig: join(root, 'tsconfig.node.json'),
      logLevel: 'silent',
    })
    const { stdout } = await run(process.execPath, [module], { cwd: root, timeout: TIMEOUT_MS })
    return stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}
