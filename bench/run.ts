/**
 * What the package costs, as ratios measured side by side: `npm run bench`, or `npm run bench -- --quick` without the
 * libraries of `bench/peers`, the long rows and the bytes. Prints a table for each engine, and writes `bench/results.json` unless
 * it is quick. Names of topics limit it to those, and nothing is written.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installedPackages } from '../test/support/installed-tools'
import { bundleRows } from './bundle'
import { byteResults } from './bytes'
import { median } from './ratios'
import type { Result } from './row'
import { show } from './table'
import { topics } from './topics'

const root = join(__dirname, '..')
const options = process.argv.slice(2)
const isQuick = options.includes('--quick')
const named = options.filter((option) => !option.startsWith('--'))

/** What happens once in a process is measured in several of them, and the median counts. */
const processesFor = (topic: string): number => (topic === 'first-use' ? 7 : 1)

const medianOf = (runs: readonly (readonly Result[])[]): readonly Result[] =>
  (runs[0] ?? []).map((first, index) => {
    const value = median(runs.map((results) => results[index]?.value ?? Number.NaN))
    return { ...first, value, reached: value <= first.target }
  })

const measureTopic = (folder: string, topic: string, flags: readonly string[]) => {
  const precision = isQuick ? '--quick' : '--peers'
  const args = [...flags, join(folder, 'measure.cjs'), topic, precision]
  return medianOf(
    Array.from({ length: processesFor(topic) }, () =>
      JSON.parse(
        execFileSync(process.execPath, args, {
          cwd: root,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      ),
    ),
  )
}

const measure = (folder: string, ...flags: readonly string[]): readonly Result[] =>
  Object.entries(topics)
    .filter(([name]) => named.length === 0 || named.includes(name))
    .filter(([, { needsJit }]) => needsJit !== true || !flags.includes('--jitless'))
    .filter(([, { isLong }]) => isLong !== true || !isQuick)
    .flatMap(([name]) => measureTopic(folder, name, flags))

const run = async (): Promise<void> => {
  if (!isQuick) installedPackages('bench/peers', 20)
  const folder = await bundleRows(root)
  const withJit = measure(folder)
  show(`Node ${process.versions.node}`, withJit)
  // V8 prints a warning if only the first is given.
  const withoutJit = measure(folder, '--jitless', '--no-expose-wasm')
  show('without JIT', withoutJit)
  if (isQuick || named.length > 0) return
  const bytes = await byteResults()
  show('bytes', bytes)
  writeFileSync(
    join(root, 'bench/results.json'),
    `${JSON.stringify({ withJit, withoutJit, bytes }, null, 2)}\n`,
  )
}

void run()
