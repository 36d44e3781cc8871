/** Runs random programs against the core, and against flows and panels, on a virtual clock. Exits with 1 if one breaks a rule. */
import { parseArgs } from 'node:util'
import { runCampaign } from '../test/campaign/campaign'
import type { CampaignOptions, CampaignResult } from '../test/campaign/explore'
import { runFlowCampaign } from '../test/campaign/flows/campaign'

const { values } = parseArgs({
  options: {
    level: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    path: { type: 'string' },
  },
})

interface Campaign {
  readonly run: (options: CampaignOptions) => Promise<CampaignResult<object>>
  /** Unless `--runs` says otherwise. */
  readonly runs: number
  /** How often the number of runs is printed. */
  readonly progress: number
}

const campaigns: Readonly<Record<string, Campaign>> = {
  core: { run: runCampaign, runs: 2_000, progress: 1_000 },
  flows: { run: runFlowCampaign, runs: 500, progress: 100 },
}

/** Numbers on one line, then one line for each table, the largest first. */
const showCounts = (counts: object): void => {
  const entries = Object.entries(counts)
  const totals = entries.filter(([, value]) => typeof value === 'number')
  console.log(totals.map(([name, count]) => `${name} ${count}`).join(', '))
  for (const [name, table] of entries) {
    if (typeof table === 'number') continue
    const rows = Object.entries(table as Record<string, number>).sort(([, a], [, b]) => b - a)
    console.log(`${name}: ${rows.map(([key, count]) => `${key} ${count}`).join(', ')}`)
  }
}

const runLevel = async (level: string, { run, runs, progress }: Campaign): Promise<void> => {
  const startedAt = Date.now()
  const { counts, finding } = await run({
    runs: Number(values.runs ?? runs),
    seed: Number(values.seed),
    path: values.path,
    onRun: (count) => {
      if (count % progress === 0) console.error(`${level}: ${count} runs`)
    },
  })
  console.log(`level ${level}, ${((Date.now() - startedAt) / 1_000).toFixed(1)} s`)
  showCounts(counts)
  console.log(finding ?? 'No rule was broken.')
  if (finding !== undefined) process.exitCode = 1
}

const main = async (): Promise<void> => {
  const levels = values.level === undefined ? Object.keys(campaigns) : [values.level]
  console.log(`seed ${values.seed}`)
  for (const level of levels) {
    const campaign = campaigns[level]
    if (campaign === undefined) throw new Error(`no level ${level}: pass core or flows`)
    await runLevel(level, campaign)
  }
}

void main()
