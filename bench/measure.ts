/** Measures all rows, or with `--first-use` what a new process does first, and prints the results as JSON: `bench/run.ts` starts it with and without JIT. */
import { type Rounds, ratios } from './ratios'
import type { FigureRow, RatioRow, Result, Row } from './row'
import { decodingFigures, decodingRows } from './rows/decoding'
import { dispatchRows } from './rows/dispatch'
import { firstUseFigures } from './rows/first-use'

const isWithoutJit = process.execArgv.includes('--jitless')
const precision: Rounds = process.argv.includes('--quick')
  ? { rounds: 15, batchMs: 4 }
  : { rounds: 41, batchMs: 10 }

const resultOf = ({ name, target, targetWithoutJit = target }: Row, value: number): Result => {
  const goal = isWithoutJit ? targetWithoutJit : target
  return { name, value: Number(value.toFixed(2)), target: goal, reached: value <= goal }
}

const measureRatio = async (row: RatioRow): Promise<Result> => {
  const { reference, product, ...peers } = await ratios<string>(
    { reference: row.reference, product: row.product, ...row.peers },
    precision,
  )
  return {
    ...resultOf(row, product ?? Number.NaN),
    peers: Object.fromEntries(
      Object.entries(peers).map(([name, value]) => [name, Number(value.toFixed(2))]),
    ),
  }
}

const measureFigure = (row: FigureRow): Result => resultOf(row, row.measure())

const run = async (): Promise<void> => {
  const isFirstUse = process.argv.includes('--first-use')
  const results = (isFirstUse ? firstUseFigures : decodingFigures).map(measureFigure)
  const rows = isFirstUse ? [] : [...decodingRows, ...dispatchRows()]
  for (const row of rows) results.push(await measureRatio(row))
  console.log(JSON.stringify(results))
  process.exit()
}

void run()
