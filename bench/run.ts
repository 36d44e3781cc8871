/**
 * What decoding and dispatching cost, as ratios measured side by side in one process: `npm run bench`, or
 * `npm run bench -- --quick`. Prints a table, and writes `bench/results.json` unless it is quick.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Table from 'cli-table3'
import { build } from 'esbuild'
import ts from 'typescript'
import { generatedReaders } from '../scripts/readers/plugin'
import type { Result } from './row'

const root = join(__dirname, '..')
const bundle = join(root, '.cache/bench.cjs')
const isQuick = process.argv.includes('--quick')
const { transform } = generatedReaders(root)

/** The code of the package as the build writes it: with generated readers, and for the oldest engine. */
const asBuilt = (path: string): string =>
  ts.transpileModule(
    transform(readFileSync(path, 'utf8'), path)?.code ?? readFileSync(path, 'utf8'),
    {
      compilerOptions: {
        target: ts.ScriptTarget.ES2017,
        module: ts.ModuleKind.ESNext,
        useDefineForClassFields: false,
        verbatimModuleSyntax: true,
      },
    },
  ).outputText

/** The first use of a process is measured in several processes; the median counts. */
const PROCESSES = 7

const bundleRows = () =>
  build({
    entryPoints: [join(root, 'bench/measure.ts')],
    bundle: true,
    platform: 'node',
    outfile: bundle,
    plugins: [
      {
        name: 'as-built',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\/(actions|src)\/.*\.ts$/ }, ({ path }) => ({
            contents: asBuilt(path),
            loader: 'js',
          })),
      },
    ],
  })

const resultsOf = (...args: readonly string[]): readonly Result[] =>
  JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )

const medianOf = (results: readonly Result[]): readonly Result[] =>
  [...results].sort((a, b) => a.value - b.value).slice(PROCESSES >> 1, (PROCESSES >> 1) + 1)

const measure = (...flags: readonly string[]): readonly Result[] => [
  ...medianOf(
    Array.from({ length: PROCESSES }).flatMap(() => resultsOf(...flags, bundle, '--first-use')),
  ),
  ...resultsOf(...flags, bundle, ...(isQuick ? ['--quick'] : [])),
]

const show = (engine: string, results: readonly Result[]): void => {
  const table = new Table({
    head: [engine, 'product', 'target', 'reached', 'peers'],
    style: { head: [], border: [] },
    colAligns: ['left', 'right', 'right', 'left', 'left'],
  })
  for (const { name, value, target, reached, peers = {} } of results)
    table.push([
      name,
      value,
      target,
      reached ? 'yes' : 'no',
      Object.entries(peers)
        .map(([peer, ratio]) => `${peer} ${ratio}`)
        .join(', '),
    ])
  console.log(table.toString())
}

const run = async (): Promise<void> => {
  await bundleRows()
  const withJit = measure()
  show(`Node ${process.versions.node}`, withJit)
  const withoutJit = measure('--jitless')
  show('without JIT', withoutJit)
  if (!isQuick)
    writeFileSync(
      join(root, 'bench/results.json'),
      `${JSON.stringify({ withJit, withoutJit }, null, 2)}\n`,
    )
}

void run()
