import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appWithPackage } from '../packaging/packed'

const tools = fileURLToPath(new URL('../../tools/mini-program', import.meta.url))

interface Report {
  /** The warnings of "build npm". */
  readonly warnings: readonly unknown[]
  /** The checks of code quality, as the developer tools show them. */
  readonly quality: readonly {
    readonly name: string
    readonly success: boolean
    readonly detail?: unknown
  }[]
}

export interface Compiled {
  readonly report: Report
  /** The compiled mini-program, in the form of an upload. */
  readonly folder: string
  readonly remove: readonly string[]
}

/** Packs and compiles a mini-program that has the packed tarball installed. */
export const packAndCompile = (): Compiled => {
  installTools()
  const { app } = appWithPackage()
  const result = mkdtempSync(join(tmpdir(), 'lockpanel-mini-program-'))
  cpSync(join(tools, 'app'), app, { recursive: true })
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(tools, 'pack-and-compile.js'), app, result],
    // The tools leave empty folders in their working directory.
    { cwd: result, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`WeChat's tools failed:\n${stdout}\n${stderr}`)
  const report = JSON.parse(readFileSync(join(result, 'report.json'), 'utf8')) as Report
  return { report, folder: join(result, 'code'), remove: [app, result] }
}

/** npm writes the hidden lockfile last, so an interrupted installation counts as missing. */
const areInstalled = (): boolean => {
  const required = join(tools, 'package-lock.json')
  const installed = join(tools, 'node_modules/.package-lock.json')
  return existsSync(installed) && versionIn(installed) === versionIn(required)
}

const versionIn = (lockfile: string): unknown =>
  JSON.parse(readFileSync(lockfile, 'utf8')).packages['node_modules/miniprogram-ci']?.version

/** Takes about a minute, once: 1,000 packages that only the tests of the mini-program build need. */
const installTools = (): void => {
  if (areInstalled()) return
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: tools,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    const { stderr = '' } = error as { readonly stderr?: string }
    throw new Error(
      `WeChat's tools are not installed, and \`npm ci\` in tools/mini-program failed; it needs the registry once.\n${stderr}`,
    )
  }
}
