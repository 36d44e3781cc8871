import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fault, seed } from '../../../simulator'
import { isSdkError } from '../../../src/core/errors/sdk-error'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import type { RemoteUnlockAttempt } from '../../../src/flows/remote-unlock/types'
import { outcomeOf, pass } from '../support/settle'
import { countOf } from '../support/verdict'
import { atDoor, havePassword } from './door'

const { frontDoor, gardenGate, garage } = seed.locks
const families = ['mini-program'] as const
const PIN = '204060'

const faults: readonly Fault[] = [
  'drop-before',
  'drop-after',
  'slow',
  'throttle',
  'garbage',
  'truncate',
  'empty',
  { vendorCode: 1110 },
  { vendorCode: 1111 },
  { vendorCode: 2405 },
  { status: 503 },
  { slowMs: 3_000 },
]
const actions = [
  'doorLock.passwordFreeOpen',
  'doorLock.openDoor',
  'device.control',
  'doorLock.passwordTicket',
  'device.status',
  'device.getListByIds',
]

type Event =
  | { readonly do: 'unlock' | 'lock' | 'open with a password' | 'cancel' | 'jam' | 'go offline' }
  | { readonly do: 'pass' | 'sleep'; readonly ms: number }
  | { readonly do: 'fault'; readonly action: string; readonly fault: Fault }

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ do: 'unlock' as const }) },
  fc.constantFrom<Event>(
    { do: 'lock' },
    { do: 'open with a password' },
    { do: 'cancel' },
    { do: 'cancel' },
    { do: 'jam' },
    { do: 'go offline' },
  ),
  fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(0, 100, 700, 4_000, 20_000) }),
  fc.record({ do: fc.constant('sleep' as const), ms: fc.constantFrom(2_000, 40_000) }),
  fc.record({
    do: fc.constant('fault' as const),
    action: fc.constantFrom(...actions),
    fault: fc.constantFrom(...faults),
  }),
)

const door = fc.record({
  lock: fc.constantFrom(frontDoor, gardenGate, garage),
  dataPoints: fc.boolean(),
})

/** What the door is asked to do, and by how many wishes; a second flow over the same panel takes every other turn. */
const wishing = (wanted: { lock: typeof frontDoor; dataPoints: boolean }) => {
  const stage = atDoor({ ...wanted, families }, { reportTimeoutMs: 5_000 })
  havePassword(stage, PIN)
  const doors = [stage.door, remoteUnlock(stage.panel, stage.deviceId, stage.options)]
  const wishes = { unlock: new Set<RemoteUnlockAttempt>(), lock: new Set<RemoteUnlockAttempt>() }
  let turn = 0
  let last: RemoteUnlockAttempt | undefined

  const wish = (kind: 'unlock' | 'lock', attempt: RemoteUnlockAttempt) => {
    wishes[kind].add(attempt)
    return attempt
  }

  const happen = async (what: Event): Promise<void> => {
    const { lock, clock, simulator } = stage
    const here = doors[turn++ % 2] ?? stage.door
    if (what.do === 'unlock') last = wish('unlock', here.unlock())
    if (what.do === 'open with a password') last = wish('unlock', here.openDoor({ password: PIN }))
    if (what.do === 'lock') last = wish('lock', here.lock())
    if (what.do === 'cancel') last?.cancel()
    if (what.do === 'jam') lock.jammed = lock.jammed !== true
    if (what.do === 'go offline') lock.online = !lock.online
    if (what.do === 'sleep') lock.asleepUntilMs = clock.now() + what.ms
    if (what.do === 'fault') simulator.faults.next(what.action, what.fault)
    if (what.do === 'pass') await pass(clock, what.ms)
  }
  const check = () => {
    for (const kind of ['unlock', 'lock'] as const)
      expect(countOf(stage.simulator.journal, kind)).toBeLessThanOrEqual(wishes[kind].size)
  }
  return { stage, wishes, happen, check }
}

describe('whatever happens', () => {
  it('there are never more orders than wishes, and every attempt ends in order', async () => {
    await fc.assert(
      fc.asyncProperty(door, fc.array(event, { maxLength: 14 }), async (wanted, events) => {
        const { stage, wishes, happen, check } = wishing(wanted)
        for (const what of events) {
          await happen(what)
          check()
        }
        for (const { done } of [...wishes.unlock, ...wishes.lock]) {
          const outcome = await outcomeOf(stage.clock, done)
          expect('value' in outcome || isSdkError(outcome.error)).toBe(true)
        }
        await pass(stage.clock, 60_000)
        check()
        expect([stage.listeners.now, stage.timers.now]).toEqual([0, 0])
      }),
      { seed: 6, numRuns: 150 },
    )
  }, 120_000)

  it('one attempt is one order at most, and an error that leaves no doubt is none', async () => {
    const kinds = fc.constantFrom('unlock', 'lock', 'open with a password')
    const disturbance = event.filter(
      ({ do: what }) =>
        what === 'fault' || what === 'pass' || what === 'cancel' || what === 'sleep',
    )
    await fc.assert(
      fc.asyncProperty(
        door,
        kinds,
        fc.array(disturbance, { maxLength: 4 }),
        fc.array(disturbance, { maxLength: 6 }),
        async (wanted, kind, before, meanwhile) => {
          const { stage, wishes, happen } = wishing(wanted)
          for (const what of before) await happen(what)
          await happen({ do: kind as 'unlock' })
          for (const what of meanwhile) await happen(what)
          const [attempt] = [...wishes.unlock, ...wishes.lock]
          if (attempt === undefined) throw new Error('no attempt')
          const outcome = await outcomeOf(stage.clock, attempt.done)
          await pass(stage.clock, 60_000)
          const orders = stage.simulator.journal.length
          expect(orders).toBeLessThanOrEqual(1)
          if ('value' in outcome) expect(orders).toBe(1)
          else if (orders === 1)
            expect(outcome.error).toSatisfy(
              (error: { kind?: unknown; delivery?: unknown }) =>
                error.kind === 'outcome-unknown' || error.delivery === 'unknown',
            )
        },
      ),
      { seed: 61, numRuns: 300 },
    )
  }, 120_000)
})
