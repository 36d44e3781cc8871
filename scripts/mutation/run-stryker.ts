import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StrykerReport } from './folder-result'

/** Folders that no test of the listed folders reads; each run works in a copy of the project. */
const notCopied = [
  'dist',
  'miniprogram_dist',
  'miniprogram_maps',
  'docs',
  '.cache',
  '.screenshots',
  '.wireit',
]
/** Added to the time that the tests of a mutant take without it. */
const TIMEOUT_MS = 10_000

export interface StrykerRun {
  readonly root: string
  /** Relative to the root. */
  readonly folder: string
  /** Files, or folders of test files. */
  readonly tests: readonly string[]
  /** Processes that test mutants. */
  readonly concurrency: number
  /** The places to change. @default the whole folder */
  readonly places?: readonly string[]
}

/** The report of the last run of a folder. */
export const reportOf = (root: string, folder: string): string =>
  join(root, '.cache/mutation', `${folder.replaceAll('/', '-')}.json`)

/** Tests every mutant of a folder with the tests that reach it, and returns the report. */
export const runStryker = async ({
  root,
  folder,
  tests,
  concurrency,
  places = [`${folder}/**/*.ts`],
}: StrykerRun): Promise<StrykerReport> => {
  const cache = join(root, '.cache/mutation')
  const name = folder.replaceAll('/', '-')
  const report = join(cache, `${name}.run.json`)
  const config = join(cache, `${name}.config.json`)
  mkdirSync(cache, { recursive: true })
  writeFileSync(
    config,
    JSON.stringify({
      mutate: places,
      buildCommand: 'tsx scripts/mutation/bundle-tests.ts',
      testRunner: 'vitest',
      vitest: { configFile: 'tools/mutation/vitest.config.mts', related: false },
      coverageAnalysis: 'perTest',
      // With it, a mutant that also runs on import counts as surviving although its tests notice it.
      ignoreStatic: false,
      concurrency,
      timeoutMS: TIMEOUT_MS,
      disableTypeChecks: false,
      ignorePatterns: notCopied,
      tempDirName: join(cache, name),
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
    }),
  )
  const started = spawn(
    process.execPath,
    [join(root, 'tools/mutation/node_modules/.bin/stryker'), 'run', config],
    { cwd: root, stdio: 'inherit', env: { ...process.env, MUTATION_TESTS: tests.join() } },
  )
  const [code] = await once(started, 'exit')
  if (code !== 0) throw new Error(`Stryker ended with ${code}. Its messages are above.`)
  return JSON.parse(readFileSync(report, 'utf8')) as StrykerReport
}
