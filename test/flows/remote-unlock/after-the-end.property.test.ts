import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Fault, seed } from '../../../simulator'
import { remoteNoDpKeyReport } from '../../../src/data-points/raw/remote-no-dp-key'
import type { RemoteUnlockResult } from '../../../src/flows/remote-unlock/types'
import { type Outcome, outcomeOf, pass } from '../support/settle'
import { havePassword, isDrawnBack } from './door'
import { unsteady } from './unsteady'

const { frontDoor, gardenGate, garage } = seed.locks
const PIN = '204060'
const orderOf = {
  unlock: 'doorLock.passwordFreeOpen',
  accept: 'doorLock.passwordFreeOpen',
  openDoor: 'doorLock.openDoor',
  lock: 'device.control',
} as const
type Wish = keyof typeof orderOf
const LONG_MS = 120_000

/** What can come between, beside the attempt itself. */
type Event =
  | { readonly do: 'cancel' | 'jam' | 'the app reads' }
  | { readonly do: 'pass' | 'the lock sleeps'; readonly ms: number }
  | { readonly do: 'no network'; readonly times: number; readonly retryAfterMs: number | undefined }
  | { readonly do: 'fault'; readonly fault: Fault }
  | { readonly do: 'somebody moves the bolt'; readonly asWanted: boolean }
  | { readonly do: 'somebody fails'; readonly memberId: number }

const noNetwork = fc.record({
  do: fc.constant('no network' as const),
  times: fc.integer({ min: 1, max: 3 }),
  retryAfterMs: fc.constantFrom(undefined, 3_000, 20_000),
})

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>({ do: 'cancel' }, { do: 'jam' }, { do: 'the app reads' }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 100, 700, 4_000, 20_000),
    }),
  },
  fc.record({
    do: fc.constant('the lock sleeps' as const),
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
      do: fc.constant('somebody moves the bolt' as const),
      asWanted: fc.boolean(),
    }),
  },
  fc.record({
    do: fc.constant('somebody fails' as const),
    memberId: fc.constantFrom(1, 2),
  }),
)

const situation = fc.record({
  lock: fc.constantFrom(frontDoor, gardenGate, garage),
  wish: fc.constantFrom<Wish>('unlock', 'accept', 'openDoor', 'lock'),
  timeoutMs: fc.constantFrom(2_000, 30_000),
  isOpen: fc.boolean(),
  before: fc.oneof(fc.array(event, { maxLength: 3 }), fc.tuple(noNetwork)),
  meanwhile: fc.array(event, { maxLength: 6 }),
})

const isOpenEnded = (outcome: Outcome<RemoteUnlockResult>): boolean => {
  // The yes of the cloud says nothing of when the lock does it.
  if ('value' in outcome) return outcome.value.reportedBy === 'cloud'
  const { kind, delivery } = outcome.error as { kind?: string; delivery?: string }
  return kind === 'outcome-unknown' || delivery === 'unknown'
}

const run = async ({
  lock,
  wish,
  timeoutMs,
  isOpen,
  before,
  meanwhile,
}: typeof situation extends fc.Arbitrary<infer T> ? T : never) => {
  const stage = unsteady(lock, { maxOpen: 2, isHeard: true })
  const { clock, simulator, door } = stage
  const action = orderOf[wish]
  havePassword(stage, PIN)
  isDrawnBack(stage, isOpen)
  const left = () => stage.timesLeft(action).length
  let hasBegun = false
  let othersSpoke = false
  const others = (report: Parameters<typeof stage.says>[0]) => {
    othersSpoke = hasBegun
    stage.says(report)
  }
  const happen = async (what: Event, cancel: () => void): Promise<void> => {
    if (what.do === 'cancel') cancel()
    if (what.do === 'jam') stage.lock.jammed = stage.lock.jammed !== true
    if (what.do === 'the lock sleeps') stage.lock.asleepUntilMs = clock.now() + what.ms
    if (what.do === 'no network') stage.keep({ action, ...what })
    if (what.do === 'fault') simulator.faults.next(action, what.fault)
    if (what.do === 'pass') await pass(clock, what.ms)
    if (what.do === 'the app reads') {
      simulator.faults.next('doorLock.remoteUnlocks', { slowMs: 8_000 })
      stage.panel
        .apiRequest('doorLock.remoteUnlocks', { device_id: stage.deviceId }, { timeoutMs: 9_000 })
        .catch(() => {})
    }
    if (what.do === 'somebody moves the bolt') {
      const goesBack = what.asWanted === (wish !== 'lock')
      isDrawnBack(stage, goesBack)
      others({ lock_motor_state: goesBack })
    }
    if (what.do === 'somebody fails') {
      const { memberId } = what
      others({ remote_no_dp_key: remoteNoDpKeyReport.encode({ result: 'failed', memberId }) })
    }
  }

  for (const what of before) await happen(what, () => {})
  hasBegun = true
  const attempt = door[wish]({ password: PIN, timeoutMs })
  let atEnd: { readonly left: number; readonly orders: number; readonly othersSpoke: boolean } = {
    left: -1,
    orders: -1,
    othersSpoke: false,
  }
  attempt.state$.subscribe({
    complete: () => {
      atEnd = { left: left(), orders: simulator.journal.length, othersSpoke }
    },
  })
  for (const what of meanwhile) await happen(what, attempt.cancel)
  const outcome = await outcomeOf(clock, attempt.done)
  await pass(clock, LONG_MS)
  return { stage, outcome, atEnd, left: left(), orders: simulator.journal.length }
}

it('no order leaves after the end of its attempt, and none is carried out where the end is certain', async () => {
  const seen = { certain: 0, takenBack: 0 }
  await fc.assert(
    fc.asyncProperty(situation, async (given) => {
      const { stage, outcome, atEnd, left, orders } = await run(given)
      expect(left).toBe(atEnd.left)
      expect(orders).toBeLessThanOrEqual(1)
      // Who moved the bolt, or could not, nobody can know once the order has left.
      if (!isOpenEnded(outcome) && !(atEnd.othersSpoke && left > 0)) {
        expect(orders).toBe(atEnd.orders)
        seen.certain++
      }
      if ('value' in outcome && left === 0) seen.takenBack++
      expect([stage.listeners.now, stage.timers.now]).toEqual([0, 0])
    }),
    { seed: 16, numRuns: 500 },
  )
  expect(seen.certain).toBeGreaterThan(200)
  expect(seen.takenBack).toBeGreaterThan(5)
}, 120_000)
