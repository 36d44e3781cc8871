import { expect, it } from 'vitest'
import { runFlowCampaign } from './campaign'

const FIXED_SEED = 7
const RUNS = 50
const LIMIT_MS = 120_000

it.each([
  ['the fixed seed', FIXED_SEED],
  ['a fresh seed', Date.now() % 2 ** 31],
])(
  'random stories of flows and panels break no rule: %s %i',
  async (_seed, seed) => {
    const { counts, finding } = await runFlowCampaign({ runs: RUNS, seed })
    // A finding is printed with its story and the command that repeats it.
    expect(finding ?? 'none').toBe('none')
    expect(counts.runs).toBe(RUNS)
    expect(counts.flows).toBeGreaterThan(2 * RUNS)
    expect(counts.endings.done).toBeGreaterThan(RUNS)
  },
  LIMIT_MS,
)
