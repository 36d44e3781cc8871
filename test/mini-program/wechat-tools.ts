import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appWithPackage } from '../packaging/packed'
import { installedTools } from '../support/installed-tools'

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

/**
 * Packs and compiles a mini-program that has the packed tarball installed.
 * @param addFiles Puts the files of the mini-program into a folder; those of `tools/mini-program/app` by default.
 */
export const packAndCompile = (addFiles = addToolsApp): Compiled => {
  const tools = installedTools('mini-program', 60)
  const { app } = appWithPackage()
  const result = mkdtempSync(join(tmpdir(), 'lockpanel-mini-program-'))
  addFiles(app)
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

const addToolsApp = (app: string): void =>
  cpSync(join(installedTools('mini-program', 60), 'app'), app, { recursive: true })
