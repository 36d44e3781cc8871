/**
 * Lives with two panels for an hour of a virtual clock, or with `--real 10` for ten minutes in Node and in Chromium, and prints
 * what they hold: memory, handles, listeners. Exits with 1 if something grows.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawSoak } from './soak/draw-soak'
import { runInBrowser } from './soak/run-in-browser'
import { runInNode } from './soak/run-in-node'
import { runVirtual } from './soak/run-virtual'
import { growthOf, type Sample, type Series } from './soak/sample'

/** More than the noise of a heap, and less than a leak in each visit would add. */
const MOST_GROWTH = 0.1

const resultsFile = join(__dirname, 'soak/results.json')
const pictureFile = join(__dirname, '../docs/soak.svg')

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    real: { type: 'string' },
  },
})

const print = (minute: number, sample: Sample): void => {
  const cells = Object.entries(sample).map(([name, value]) => `${name} ${value}`)
  console.log(`minute ${minute.toFixed(1)}: ${cells.join(', ')}`)
}

const run = async (): Promise<readonly Series[]> => {
  if (values.real !== undefined) {
    const minutes = Number(values.real)
    const inNode = await runInNode(minutes, print)
    keep([inNode])
    return [inNode, await runInBrowser(minutes, print)]
  }
  const { series, outcomes } = await runVirtual(Number(values.minutes), print)
  console.log(outcomes)
  return [series]
}

/** The last result of each run, which the picture shows. */
const keep = (runs: readonly Series[]): void => {
  const known = JSON.parse(readFileSync(resultsFile, 'utf8')) as readonly Series[]
  const others = known.filter(({ title }) => runs.every((one) => one.title !== title))
  const results = [...others, ...runs].sort((a, b) => a.title.localeCompare(b.title))
  writeFileSync(resultsFile, `${JSON.stringify(results)}\n`)
  writeFileSync(pictureFile, drawSoak(results))
}

const growing = ({ title, values: measured }: Series): readonly string[] =>
  Object.entries(measured)
    .map(([name, samples]) => ({ name, growth: growthOf(samples) }))
    .filter(({ growth }) => growth > MOST_GROWTH)
    .map(({ name, growth }) => `${title}: ${name} grew by ${(growth * 100).toFixed(0)} %`)

const main = async (): Promise<void> => {
  const runs = await run()
  keep(runs)
  const found = runs.flatMap(growing)
  console.log(found.length === 0 ? 'Nothing grew.' : found.join('\n'))
  process.exit(found.length === 0 ? 0 : 1)
}

void main()
