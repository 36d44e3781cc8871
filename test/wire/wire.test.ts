import { beforeAll, describe, expect, it } from 'vitest'
import { contradictionsOf, outcomeOf } from '../../scripts/wire/judge'
import { runWire, type WireRun } from '../../scripts/wire/run-wire'
import { callKinds } from '../../scripts/wire/wire-call'
import { wireFaults } from '../../scripts/wire/wire-fault'

const SEED = 17
const CALLS = 306
const GATEWAY_CALLS = 102
/** Few, so that a busy machine answers within the time limit of a request. */
const GATEWAY_PANELS = 6
const LIMIT_MS = 120_000

describe('calls over a gateway with a faulty proxy between it and the cloud', () => {
  let run: WireRun
  beforeAll(async () => {
    // Loaded with the first request otherwise, within its time limit.
    await import('../../src/open-api/cryptography')
    run = await runWire({
      calls: GATEWAY_CALLS,
      seed: SEED,
      between: 'gateway',
      panels: GATEWAY_PANELS,
    })
  }, LIMIT_MS)

  it('settle, execute no command twice, and claim nothing that the journal contradicts', () => {
    expect(run.calls).toHaveLength(GATEWAY_CALLS)
    expect(run.calls.flatMap(contradictionsOf)).toEqual([])
  })

  it('are done where the proxy causes no fault, so that the other claims are no empty ones', () => {
    const done = run.calls.filter(
      ({ call, ending }) => call.faults[0] === 'none' && ending.state === 'done',
    )
    expect(new Set(done.map(({ call }) => call.kind))).toEqual(new Set(callKinds))
    expect(run.faults).toBeGreaterThan(GATEWAY_CALLS / 2)
  })

  it('are never resent if they are commands whose answer was lost', () => {
    const lost = run.calls.filter(
      ({ call }) => call.kind === 'once' && call.faults[0] === 'drop after',
    )
    expect(lost.length).toBeGreaterThan(0)
    expect(new Set(lost.map(({ ending }) => outcomeOf(ending)))).toEqual(
      new Set(['outcome-unknown']),
    )
  })
})

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
