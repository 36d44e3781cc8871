import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { isCancelledError } from '../../../src/core/errors/cancelled-error'
import type { HarnessOptions } from '../support/flow-harness'
import { flush, outcomeOf, pass, settle } from '../support/settle'
import {
  createPasswordHarness,
  flowOf,
  frontDoor,
  guest,
  LIST,
  overMiniProgram,
  overPanel,
  PANEL_LIST,
} from './password-harness'

const GET = 'doorLock.getTemporaryPassword'

/** A harness whose lock is offline, so that its passwords stay pending. */
const withPending = async (count: number, options: HarnessOptions = overMiniProgram(frontDoor)) => {
  const created = createPasswordHarness(options)
  const { clock, passwords, lock, simulator } = created
  lock.online = false
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const { id } = await settle(
      clock,
      passwords.create({ ...guest, name: `Guest ${index}`, password: String(2_048_160 + index) }),
    )
    ids.push(id)
  }
  const before = simulator.requests.length
  return { ...created, ids, reads: () => simulator.requests.slice(before) }
}

describe.each([
  ['the mini-program', overMiniProgram(frontDoor)],
  ['the panel API', overPanel],
])('ten attempts that wait for pending passwords over %s', (_, options) => {
  it('share one list, and send about as many requests as one attempt', async () => {
    const { clock, passwords, ids, reads, timers } = await withPending(10, options)
    const attempts = ids.map((id) => passwords.waitUntilActive(id))
    await pass(clock, 70_000)
    const outcomes = await Promise.all(attempts.map(({ done }) => outcomeOf(clock, done)))
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ error: { reason: 'still-pending' } })
    // One attempt reads 31 times in 60 s; the first attempt reads before it has company.
    expect(reads().length).toBeLessThanOrEqual(33)
    expect(timers.now).toBe(0)
  })

  it('end when the lock has stored the passwords, each with its own password', async () => {
    const { clock, passwords, ids, lock } = await withPending(10, options)
    const attempts = ids.map((id) => passwords.waitUntilActive(id))
    await pass(clock, 5_000)
    lock.online = true
    const active = await settle(clock, Promise.all(attempts.map(({ done }) => done)))
    expect(active.map(({ id, state }) => [id, state])).toEqual(ids.map((id) => [id, 'active']))
  })
})

describe('attempts that wait for temporary passwords of one lock', () => {
  it('send requests for the time that passes, not for their number', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5_000), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(1_000, 2_000, 5_000),
        async (delaysMs, everyMs) => {
          const { clock, ids, reads, timers, harness } = await withPending(delaysMs.length)
          const timeoutMs = 20_000
          const startMs = clock.now()
          const attempts = []
          for (const [index, id] of ids.entries()) {
            await pass(clock, delaysMs[index] ?? 0)
            // Each with a lock object of its own, as two pages of an app have.
            attempts.push(flowOf(harness).waitUntilActive(id, { timeoutMs, everyMs }))
          }
          await Promise.all(attempts.map(({ done }) => outcomeOf(clock, done)))
          const ticks = (clock.now() - startMs) / everyMs
          // Besides the shared reads, each attempt reads at its start and at its end.
          expect(reads().length).toBeLessThanOrEqual(ticks + 2 * ids.length + 1)
          expect(timers.now).toBe(0)
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)

  it('fail one by one if the lock rejects, or the cloud deletes, some passwords', async () => {
    const { clock, passwords, ids, stored, lock } = await withPending(3)
    const attempts = ids.map((id) => passwords.waitUntilActive(id))
    const missing = passwords.waitUntilActive('999')
    await pass(clock, 5_000)
    const first = stored().find(({ id }) => id === ids[0])
    if (first !== undefined) first.state = 'deleted'
    const outcomes = await Promise.all(
      [...attempts.slice(0, 1), missing].map(({ done }) => outcomeOf(clock, done)),
    )
    expect(outcomes).toMatchObject([
      { error: { reason: 'deleted' } },
      { error: { reason: 'not-found' } },
    ])
    lock.online = true
    expect(
      await settle(clock, Promise.all(attempts.slice(1).map(({ done }) => done))),
    ).toHaveLength(2)
  })

  it('continue with single reads if the cloud refuses the list', async () => {
    const { clock, passwords, ids, lock, simulator } = await withPending(3)
    simulator.faults.always(LIST, { vendorCode: 1106 })
    const attempts = ids.map((id) => passwords.waitUntilActive(id))
    await pass(clock, 5_000)
    lock.online = true
    expect(await settle(clock, Promise.all(attempts.map(({ done }) => done)))).toHaveLength(3)
  })

  it('continue if one of them is cancelled while the list is read', async () => {
    const { clock, passwords, ids, lock, simulator, timers, sent } = await withPending(3)
    const first = passwords.waitUntilActive(ids[0] ?? '')
    const others = ids.slice(1).map((id) => passwords.waitUntilActive(id))
    await pass(clock, 1_900)
    simulator.faults.next(LIST, { slowMs: 500 })
    await pass(clock, 200)
    first.cancel()
    expect(await outcomeOf(clock, first.done)).toMatchObject({ error: { kind: 'cancelled' } })
    lock.online = true
    expect(await settle(clock, Promise.all(others.map(({ done }) => done)))).toHaveLength(2)
    const count = sent(LIST).length + sent(GET).length
    await pass(clock, 10_000)
    await flush()
    expect([sent(LIST).length + sent(GET).length - count, timers.now]).toEqual([0, 0])
  })

  it('stop the read of the list when all of them are cancelled', async () => {
    const { clock, passwords, ids, simulator, timers, events } = await withPending(3)
    const attempts = ids.map((id) => passwords.waitUntilActive(id))
    await pass(clock, 1_900)
    simulator.faults.next(LIST, { slowMs: 5_000 })
    await pass(clock, 200)
    for (const { cancel } of attempts) cancel()
    const outcomes = await Promise.all(attempts.map(({ done }) => outcomeOf(clock, done)))
    for (const outcome of outcomes)
      expect('error' in outcome && isCancelledError(outcome.error)).toBe(true)
    await flush()
    expect(timers.now).toBe(0)
    expect(events.filter(({ type, action }) => type === 'failed' && action === LIST)).toHaveLength(
      1,
    )
  })
})

describe('two copies of the package that wait for passwords of one lock', () => {
  const load = async () => {
    vi.resetModules()
    return import('../../../src/entries/flows')
  }

  it('share one list', async () => {
    const { clock, ids, reads, harness, sent } = await withPending(4)
    const [one, two] = [await load(), await load()]
    expect(one.temporaryPasswords).not.toBe(two.temporaryPasswords)
    const attempts = ids.map((id, index) =>
      (index % 2 === 0 ? one : two)
        .temporaryPasswords(harness.panel, harness.deviceId, harness.options)
        .waitUntilActive(id),
    )
    await Promise.all(attempts.map(({ done }) => outcomeOf(clock, done)))
    expect(reads().length).toBeLessThanOrEqual(33)
    expect(sent(PANEL_LIST)).toEqual([])
  })
})
