/** Measures the rows of one topic, and prints the results as JSON: `bench/run.ts` starts it for each topic and engine. */
import { type Rounds, ratios } from './ratios'
import type { FigureRow, RatioRow, Result, Row } from './row'
import { topics } from './topics'

const isWithoutJit = process.execArgv.includes('--jitless')
const precision: Rounds = process.argv.includes('--quick')
  ? { rounds: 15, batchMs: 4, limitMs: 500 }
  : { rounds: 41, batchMs: 10, limitMs: 3_000 }

const rounded = (value: number): number => Number(value.toFixed(2))

const resultOf = ({ name, target, targetWithoutJit = target }: Row, value: number): Result => {
  const goal = isWithoutJit ? targetWithoutJit : target
  return { name, value: rounded(value), target: goal, reached: value <= goal }
}

const measureRatio = async (row: RatioRow): Promise<Result> => {
  const { reference, product, ...peers } = await ratios<string>(
    { reference: row.reference, product: row.product, ...row.peers },
    precision,
  )
  return {
    ...resultOf(row, product ?? Number.NaN),
    peers: Object.fromEntries(Object.entries(peers).map(([name, value]) => [name, rounded(value)])),
  }
}

const measure = async (row: RatioRow | FigureRow): Promise<Result> =>
  'measure' in row ? resultOf(row, await row.measure()) : measureRatio(row)

const run = async (): Promise<void> => {
  const name = process.argv[2] ?? ''
  const topic = topics[name]
  if (topic === undefined) throw new RangeError(`no topic ${name} in bench/topics.ts`)
  const results: Result[] = []
  for (const row of await topic.rows()) results.push(await measure(row))
  console.log(JSON.stringify(results))
  process.exit()
}

void run()
