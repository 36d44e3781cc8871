/** Runs random programs against the core on a virtual clock. Exits with 1 if one of them breaks a rule. */
import { parseArgs } from 'node:util'
import { runCampaign } from '../test/campaign/campaign'
import type { Counts } from '../test/campaign/counts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    path: { type: 'string' },
  },
})
const PROGRESS = 1_000

const show = (name: string, counts: Record<string, number>): void => {
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a)
  console.log(`${name}: ${entries.map(([key, count]) => `${key} ${count}`).join(', ')}`)
}

const showCounts = ({ steps, outcomes, ...totals }: Counts, seconds: number): void => {
  console.log(`${totals.runs} runs in ${seconds.toFixed(1)} s`)
  console.log(
    `${totals.calls} calls, ${totals.subscriptions} subscriptions, ${totals.requests} requests, ${totals.commandsAtLock} commands at the lock`,
  )
  show('steps', steps)
  show('outcomes', outcomes)
}

const main = async (): Promise<void> => {
  const startedAt = Date.now()
  const seed = Number(values.seed)
  console.log(`seed ${seed}`)
  const { counts, finding } = await runCampaign({
    runs: Number(values.runs),
    seed,
    path: values.path,
    onRun: (runs) => {
      if (runs % PROGRESS === 0) console.error(`${runs} runs`)
    },
  })
  showCounts(counts, (Date.now() - startedAt) / 1_000)
  console.log(finding ?? 'No rule was broken.')
  process.exitCode = finding === undefined ? 0 : 1
}

void main()
