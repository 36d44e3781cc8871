/**
 * Changes the sources in small ways, and runs the tests of their folder with each change: `npm run mutation -- --folder
 * src/crypto`. A change that no test notices survives. Exits with 1 if fewer than 85 % are noticed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Table from 'cli-table3'
import { installedTools } from '../test/support/installed-tools'
import {
  type FolderResult,
  resultOf,
  type StrykerReport,
  unnoticedPlaces,
  withRetried,
} from './mutation/folder-result'
import { reportOf, runStryker } from './mutation/run-stryker'

const GOAL = 85

const root = join(__dirname, '..')
const tools = join(root, 'tools/mutation')
const resultsFile = join(tools, 'results.json')

const { values } = parseArgs({
  options: {
    folder: { type: 'string', multiple: true },
    concurrency: { type: 'string', default: '1' },
    /** Tries only the mutants that no test noticed in the last run on this machine. */
    survivors: { type: 'boolean', default: false },
  },
})

type Results = Readonly<Record<string, FolderResult>>

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T

const show = (results: Results): void => {
  const table = new Table({
    head: ['folder', 'mutants', 'noticed', 'survived', 'not reached', 'score, %'],
    style: { head: [], border: [] },
  })
  for (const [folder, result] of Object.entries(results)) {
    const { noticed, survivors, unreached, score } = result
    const count = noticed + survivors.length + unreached.length
    table.push([folder, count, noticed, survivors.length, unreached.length, score])
  }
  console.log(table.toString())
}

const main = async (): Promise<void> => {
  const testsOf = read<Readonly<Record<string, readonly string[]>>>(join(tools, 'folders.json'))
  const measured: Record<string, FolderResult> = {}
  for (const folder of values.folder ?? Object.keys(testsOf)) {
    const tests = testsOf[folder]
    if (tests === undefined)
      throw new Error(`${folder} is not in tools/mutation/folders.json. Add it with its tests.`)
    installedTools('mutation', 30)
    const concurrency = Number(values.concurrency)
    const kept = reportOf(root, folder)
    const last = values.survivors ? read<StrykerReport>(kept) : undefined
    const places = last && unnoticedPlaces(last)
    const report = await runStryker({
      root,
      folder,
      tests,
      concurrency,
      ...(places && { places }),
    })
    const whole = last ? withRetried(last, report) : report
    writeFileSync(kept, JSON.stringify(whole))
    measured[folder] = resultOf(whole)
  }
  // Read after the runs, because another run may have ended meanwhile.
  const known: Results = read(resultsFile)
  writeFileSync(resultsFile, `${JSON.stringify({ ...known, ...measured }, null, 2)}\n`)
  show(measured)
  for (const { survivors, unreached } of Object.values(measured))
    for (const mutant of [...survivors, ...unreached]) console.log(mutant)
  process.exitCode = Object.values(measured).every(({ score }) => score >= GOAL) ? 0 : 1
}

void main()
