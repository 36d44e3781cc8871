import { beforeAll, describe, expect, it } from 'vitest'
import { contradictionsOf, outcomeOf } from '../../scripts/wire/judge'
import { runWire, type WireRun } from '../../scripts/wire/run-wire'
import { callKinds } from '../../scripts/wire/wire-call'
import { wireFaults } from '../../scripts/wire/wire-fault'

const SEED = 17
const CALLS = 306
const LIMIT_MS = 120_000

describe('calls over real sockets through a faulty proxy', () => {
  let run: WireRun
  beforeAll(async () => {
    run = await runWire({ calls: CALLS, seed: SEED })
  }, LIMIT_MS)

  it('settle, execute no command twice, and claim nothing that the journal contradicts', () => {
    expect(run.calls).toHaveLength(CALLS)
    expect(run.calls.flatMap(contradictionsOf)).toEqual([])
  })

  it('meet every fault with every kind of call', () => {
    const met = new Set(run.calls.map(({ call }) => `${call.faults[0]} of ${call.kind}`))
    expect(met.size).toBe(wireFaults.length * callKinds.length)
    expect(run.faults).toBeGreaterThan(CALLS / 2)
  })

  it('resend a read after a lost answer, and never a command', () => {
    const outcomesOf = (kind: string) =>
      run.calls
        .filter(({ call }) => call.kind === kind && call.faults[0] === 'drop after')
        .map(({ ending }) => outcomeOf(ending))
    expect(outcomesOf('read')).toContain('done')
    expect(new Set(outcomesOf('once'))).not.toContain('done')
  })
})
