import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fault, seed } from '../../../simulator'
import { remoteNoDpKeyReport } from '../../../src/data-points/raw/remote-no-dp-key'
import type { RemoteUnlockResult } from '../../../src/flows/remote-unlock/types'
import { type Outcome, outcomeOf, pass } from '../support/settle'
import { setBolt, storePassword } from './door-harness'
import { createUnreliableHarness } from './unreliable-harness'

const { frontDoor, gardenGate, garage } = seed.locks
const PIN = '204060'
const actionOf = {
  unlock: 'doorLock.passwordFreeOpen',
  accept: 'doorLock.passwordFreeOpen',
  openDoor: 'doorLock.openDoor',
  lock: 'device.control',
} as const
type Method = keyof typeof actionOf
const LONG_MS = 120_000

/** What can happen before or during the attempt. */
type Event =
  | { readonly do: 'cancel' | 'jam' | 'read' }
  | { readonly do: 'pass' | 'sleep'; readonly ms: number }
  | { readonly do: 'no network'; readonly times: number; readonly retryAfterMs: number | undefined }
  | { readonly do: 'fault'; readonly fault: Fault }
  | { readonly do: 'move the bolt by hand'; readonly asRequested: boolean }
  | { readonly do: 'report another failure'; readonly memberId: number }

const noNetwork = fc.record({
  do: fc.constant('no network' as const),
  times: fc.integer({ min: 1, max: 3 }),
  retryAfterMs: fc.constantFrom(undefined, 3_000, 20_000),
})

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>({ do: 'cancel' }, { do: 'jam' }, { do: 'read' }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 100, 700, 4_000, 20_000),
    }),
  },
  fc.record({
    do: fc.constant('sleep' as const),
    ms: fc.constantFrom(2_000, 40_000),
  }),
  { weight: 3, arbitrary: noNetwork },
  fc.record({
    do: fc.constant('fault' as const),
    fault: fc.constantFrom<Fault>('slow', 'drop-after', 'drop-before', 'throttle', {
      slowMs: 3_000,
    }),
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move the bolt by hand' as const),
      asRequested: fc.boolean(),
    }),
  },
  fc.record({
    do: fc.constant('report another failure' as const),
    memberId: fc.constantFrom(1, 2),
  }),
)

const situation = fc.record({
  lock: fc.constantFrom(frontDoor, gardenGate, garage),
  method: fc.constantFrom<Method>('unlock', 'accept', 'openDoor', 'lock'),
  timeoutMs: fc.constantFrom(2_000, 30_000),
  isOpen: fc.boolean(),
  before: fc.oneof(fc.array(event, { maxLength: 3 }), fc.tuple(noNetwork)),
  meanwhile: fc.array(event, { maxLength: 6 }),
})

const isUncertain = (outcome: Outcome<RemoteUnlockResult>): boolean => {
  // An answer of the cloud alone does not say when the lock executes the command.
  if ('value' in outcome) return outcome.value.reportedBy === 'cloud'
  const { kind, delivery } = outcome.error as { kind?: string; delivery?: string }
  return kind === 'outcome-unknown' || delivery === 'unknown'
}

const run = async ({
  lock,
  method,
  timeoutMs,
  isOpen,
  before,
  meanwhile,
}: typeof situation extends fc.Arbitrary<infer T> ? T : never) => {
  const harness = createUnreliableHarness(lock, { maxOpen: 2, simulatesReports: true })
  const { clock, simulator, door } = harness
  const action = actionOf[method]
  storePassword(harness, PIN)
  setBolt(harness, isOpen)
  const sentCount = () => harness.sentTimes(action).length
  let hasStarted = false
  let reportedOther = false
  /** A report that is not about the command of the attempt. */
  const reportOther = (report: Parameters<typeof harness.report>[0]) => {
    reportedOther = hasStarted
    harness.report(report)
  }
  const happen = async (what: Event, cancel: () => void): Promise<void> => {
    if (what.do === 'cancel') cancel()
    if (what.do === 'jam') harness.lock.jammed = harness.lock.jammed !== true
    if (what.do === 'sleep') harness.lock.asleepUntilMs = clock.now() + what.ms
    if (what.do === 'no network') harness.failNext({ action, ...what })
    if (what.do === 'fault') simulator.faults.next(action, what.fault)
    if (what.do === 'pass') await pass(clock, what.ms)
    if (what.do === 'read') {
      simulator.faults.next('doorLock.remoteUnlocks', { slowMs: 8_000 })
      harness.panel
        .apiRequest('doorLock.remoteUnlocks', { device_id: harness.deviceId }, { timeoutMs: 9_000 })
        .catch(() => {})
    }
    if (what.do === 'move the bolt by hand') {
      const isMovedOpen = what.asRequested === (method !== 'lock')
      setBolt(harness, isMovedOpen)
      reportOther({ lock_motor_state: isMovedOpen })
    }
    if (what.do === 'report another failure') {
      const { memberId } = what
      reportOther({ remote_no_dp_key: remoteNoDpKeyReport.encode({ result: 'failed', memberId }) })
    }
  }

  for (const what of before) await happen(what, () => {})
  hasStarted = true
  const attempt = door[method]({ password: PIN, timeoutMs })
  let atEnd: { readonly sent: number; readonly executed: number; readonly reportedOther: boolean } =
    {
      sent: -1,
      executed: -1,
      reportedOther: false,
    }
  attempt.state$.subscribe({
    complete: () => {
      atEnd = { sent: sentCount(), executed: simulator.journal.length, reportedOther }
    },
  })
  for (const what of meanwhile) await happen(what, attempt.cancel)
  const outcome = await outcomeOf(clock, attempt.done)
  await pass(clock, LONG_MS)
  return { harness, outcome, atEnd, sent: sentCount(), executed: simulator.journal.length }
}

describe('the command of an ended attempt', () => {
  it('is not sent, and does not execute if the outcome is certain', async () => {
    const counts = { runs: 0, certain: 0, cancelled: 0 }
    await fc.assert(
      fc.asyncProperty(situation, async (input) => {
        const { harness, outcome, atEnd, sent, executed } = await run(input)
        counts.runs++
        expect(sent).toBe(atEnd.sent)
        expect(executed).toBeLessThanOrEqual(1)
        // After the command was sent, a report does not show which command it belongs to.
        if (!isUncertain(outcome) && !(atEnd.reportedOther && sent > 0)) {
          expect(executed).toBe(atEnd.executed)
          counts.certain++
        }
        if ('value' in outcome && sent === 0) counts.cancelled++
        expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
      }),
      { seed: 16, numRuns: 500 },
    )
    expect(counts.certain / counts.runs).toBeGreaterThan(0.4)
    expect(counts.cancelled / counts.runs).toBeGreaterThan(0.01)
  }, 120_000)
})
