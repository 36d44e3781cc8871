import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fault, seed } from '../../../simulator'
import { isSdkError } from '../../../src/core/errors/sdk-error'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import type { RemoteUnlockAttempt } from '../../../src/flows/remote-unlock/types'
import { countOf } from '../support/check-run'
import { outcomeOf, pass } from '../support/settle'
import { createDoorHarness, storePassword } from './door-harness'

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

/** A door that counts the calls; every second call goes to a second flow over the same panel. */
const countCalls = (input: { lock: typeof frontDoor; dataPoints: boolean }) => {
  const harness = createDoorHarness({ ...input, families }, { reportTimeoutMs: 5_000 })
  storePassword(harness, PIN)
  const doors = [harness.door, remoteUnlock(harness.panel, harness.deviceId, harness.options)]
  const attempts = { unlock: new Set<RemoteUnlockAttempt>(), lock: new Set<RemoteUnlockAttempt>() }
  let turn = 0
  let last: RemoteUnlockAttempt | undefined

  const count = (kind: 'unlock' | 'lock', attempt: RemoteUnlockAttempt) => {
    attempts[kind].add(attempt)
    return attempt
  }

  const happen = async (what: Event): Promise<void> => {
    const { lock, clock, simulator } = harness
    const currentDoor = doors[turn++ % 2] ?? harness.door
    if (what.do === 'unlock') last = count('unlock', currentDoor.unlock())
    if (what.do === 'open with a password')
      last = count('unlock', currentDoor.openDoor({ password: PIN }))
    if (what.do === 'lock') last = count('lock', currentDoor.lock())
    if (what.do === 'cancel') last?.cancel()
    if (what.do === 'jam') lock.jammed = lock.jammed !== true
    if (what.do === 'go offline') lock.online = !lock.online
    if (what.do === 'sleep') lock.asleepUntilMs = clock.now() + what.ms
    if (what.do === 'fault') simulator.faults.next(what.action, what.fault)
    if (what.do === 'pass') await pass(clock, what.ms)
  }
  const check = () => {
    for (const kind of ['unlock', 'lock'] as const)
      expect(countOf(harness.simulator.journal, kind)).toBeLessThanOrEqual(attempts[kind].size)
  }
  return { harness, attempts, happen, check }
}

describe('remote unlock under random faults', () => {
  it('executes no more commands than attempts, and ends every attempt with a result or an SdkError', async () => {
    await fc.assert(
      fc.asyncProperty(door, fc.array(event, { maxLength: 14 }), async (input, events) => {
        const { harness, attempts, happen, check } = countCalls(input)
        for (const what of events) {
          await happen(what)
          check()
        }
        for (const { done } of [...attempts.unlock, ...attempts.lock]) {
          const outcome = await outcomeOf(harness.clock, done)
          expect('value' in outcome || isSdkError(outcome.error)).toBe(true)
        }
        await pass(harness.clock, 60_000)
        check()
        expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
      }),
      { seed: 6, numRuns: 150 },
    )
  }, 120_000)

  it('executes at most one command for each attempt, and none if the failure is certain', async () => {
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
        async (input, kind, before, meanwhile) => {
          const { harness, attempts, happen } = countCalls(input)
          for (const what of before) await happen(what)
          await happen({ do: kind as 'unlock' })
          for (const what of meanwhile) await happen(what)
          const [attempt] = [...attempts.unlock, ...attempts.lock]
          if (attempt === undefined) throw new Error('no attempt')
          const outcome = await outcomeOf(harness.clock, attempt.done)
          await pass(harness.clock, 60_000)
          const executed = harness.simulator.journal.length
          expect(executed).toBeLessThanOrEqual(1)
          if ('value' in outcome) expect(executed).toBe(1)
          else if (executed === 1)
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
