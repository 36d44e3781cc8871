import { expect, it } from 'vitest'
import { runCampaign } from './campaign'

const FIXED_SEED = 20_000
const RUNS = 150
const LIMIT_MS = 120_000

it.each([
  ['the fixed seed', FIXED_SEED],
  ['a fresh seed', Date.now() % 2 ** 31],
])(
  'random programs break no rule of the core: %s %i',
  async (_seed, seed) => {
    const { counts, finding } = await runCampaign({ runs: RUNS, seed })
    // A finding is printed with its story and the command that repeats it.
    expect(finding ?? 'none').toBe('none')
    expect(counts.runs).toBe(RUNS)
    expect(counts.commandsAtLock).toBeGreaterThan(RUNS)
  },
  LIMIT_MS,
)
