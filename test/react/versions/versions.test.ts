import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installedTools } from '../../support/installed-tools'
import { root } from '../../support/virtual-program'
import type { SmallPanelRun } from './small-panel'

let folder: string
beforeAll(() => {
  // Inside the repository, so that the bundle finds the packages.
  mkdirSync(join(root, '.cache'), { recursive: true })
  folder = mkdtempSync(join(root, '.cache/react-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Runs the hooks and a small panel, bundled with the React of a folder. */
const runWith = async (packages: string, name: string): Promise<SmallPanelRun> => {
  const { resolve } = createRequire(join(packages, 'package.json'))
  const outfile = join(folder, `${name}.cjs`)
  await build({
    entryPoints: [join(__dirname, 'run-small-panel.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: { react: resolve('react'), 'react-dom/client': resolve('react-dom/client') },
    nodePaths: [join(packages, 'node_modules')],
    external: ['crypto-js/*', 'happy-dom', 'ws'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8' }))
}

describe.each([
  ['18', () => installedTools('react-18', 5)],
  ['19', () => root],
])('the hooks with React %s', (major, packages) => {
  it('read the lists of a lock, unlock once by a button, and end with their component', async () => {
    const { version, first, last, unlocks, isEmpty } = await runWith(packages(), major)
    expect(version.split('.')[0]).toBe(major)
    expect(first).toMatchObject({ bolt: 'locked', attempt: 'idle', members: 4, records: 6 })
    expect(last).toMatchObject({ attempt: 'done' })
    expect([unlocks, isEmpty]).toEqual([1, true])
  }, 60_000)
})
