import { beforeAll, describe, expect, it } from 'vitest'
import { contradictionsOf, outcomeOf } from '../../scripts/wire/judge'
import { runWire, type WireRun } from '../../scripts/wire/run-wire'

const SEED = 17
const CALLS = 102
const LIMIT_MS = 120_000

describe('calls over a gateway with a faulty proxy between it and the cloud', () => {
  let run: WireRun
  beforeAll(async () => {
    run = await runWire({ calls: CALLS, seed: SEED, between: 'gateway' })
  }, LIMIT_MS)

  it('settle, execute no command twice, and claim nothing that the journal contradicts', () => {
    expect(run.calls).toHaveLength(CALLS)
    expect(run.calls.flatMap(contradictionsOf)).toEqual([])
  })

  it('meet faults at most requests, and are done after some of them', () => {
    const isDone = ({ ending }: WireRun['calls'][number]) => outcomeOf(ending) === 'done'
    expect(run.faults).toBeGreaterThan(CALLS / 2)
    expect(run.calls.filter(isDone).length).toBeGreaterThan(CALLS / 10)
  })

  it('have an unknown outcome for a command whose answer was lost behind the gateway', () => {
    const outcomes = run.calls
      .filter(({ call }) => call.kind === 'once' && call.faults[0] === 'drop after')
      .map(({ ending }) => outcomeOf(ending))
    expect(new Set(outcomes)).toEqual(new Set(['outcome-unknown']))
  })
})
