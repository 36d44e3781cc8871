/** Gives hostile inputs to decoders, transports, pushes and storages. Exits with 1 if one is treated wrongly. */
import { parseArgs } from 'node:util'
import { runFuzz } from '../test/fuzz/fuzz'

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    path: { type: 'string' },
    minutes: { type: 'string' },
  },
})
const PROGRESS = 20_000

const main = async (): Promise<void> => {
  const startedAt = Date.now()
  const seed = Number(values.seed)
  console.log(`seed ${seed}`)
  const { counts, finding } = await runFuzz({
    inputs: Number(values.inputs),
    seed,
    path: values.path,
    limitMs: values.minutes === undefined ? undefined : Number(values.minutes) * 60_000,
    onInput: (inputs) => {
      if (inputs % PROGRESS === 0) console.error(`${inputs} inputs`)
    },
  })
  for (const [name, count] of counts) console.log(`${count} ${name}`)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  console.log(`${total} inputs in ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`)
  console.log(finding ?? 'No input was treated wrongly.')
  process.exitCode = finding === undefined ? 0 : 1
}

void main()
