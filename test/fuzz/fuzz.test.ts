import { expect, it } from 'vitest'
import { runFuzz } from './fuzz'

const FIXED_SEED = 17
const INPUTS = 1_000
const LIMIT_MS = 120_000

it.each([
  ['the fixed seed', FIXED_SEED],
  ['a fresh seed', Date.now() % 2 ** 31],
])(
  'hostile inputs cause no errors but those of the package, and change no prototype: %s %i',
  async (_seed, seed) => {
    const { counts, finding } = await runFuzz({ inputs: INPUTS, seed })
    // A finding is printed with its input and the command that repeats it.
    expect(finding ?? 'none').toBe('none')
    for (const [target, count] of counts) expect(count, target).toBeGreaterThan(INPUTS / 200)
  },
  LIMIT_MS,
)
