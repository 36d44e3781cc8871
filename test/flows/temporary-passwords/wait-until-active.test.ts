import { describe, expect, it } from 'vitest'
import { isCancelledError } from '../../../src/core/errors/cancelled-error'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isTransportError } from '../../../src/core/errors/transport-error'
import type { HarnessOptions } from '../support/flow-harness'
import { failureOf, flush, pass, settle } from '../support/settle'
import {
  createPasswordHarness,
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  guest,
  overMiniProgram,
  overPanel,
  PANEL_LIST,
  shed,
} from './password-harness'

const GET = 'doorLock.getTemporaryPassword'

/** A harness with a password that the lock has not stored yet. */
const withPendingPassword = async (options: HarnessOptions) => {
  const created = createPasswordHarness(options)
  const { id } = await settle(created.clock, created.passwords.create(guest))
  return { ...created, id }
}

describe('waitUntilActive', () => {
  it.each([
    ['the mini-program', overMiniProgram(), GET],
    ['the panel API', overPanel, PANEL_LIST],
  ] as const)(
    'polls every two seconds over %s until the lock has stored the password',
    async (_, options, action) => {
      const { passwords, clock, id, timers, sent } = await withPendingPassword(options)
      const readsBefore = sent(action).length
      const startMs = clock.now()
      const attempt = passwords.waitUntilActive(id)
      const steps: unknown[] = []
      attempt.state$.subscribe({
        next: (state) => steps.push([state.step, 'password' in state && state.password?.state]),
        complete: () => steps.push('complete'),
      })
      expect(await settle(clock, attempt.done)).toMatchObject({ id, state: 'active' })
      expect(steps).toEqual([
        ['waiting', false],
        ['waiting', 'pending'],
        ['done', false],
        'complete',
      ])
      expect([sent(action).length - readsBefore, clock.now() - startMs]).toEqual([2, 2_000])
      expect(timers.now).toBe(0)
    },
  )

  it('fails with still-pending if the lock stays offline', async () => {
    const { passwords, clock, id, sent, timers } = await withPendingPassword(overMiniProgram(shed))
    const startMs = clock.now()
    const { done } = passwords.waitUntilActive(id, { timeoutMs: 30_000, everyMs: 5_000 })
    const error = await failureOf(clock, done)
    expect(isLockError(error) && error.reason).toBe('still-pending')
    expect([clock.now() - startMs, sent(GET).length, timers.now]).toEqual([30_000, 7, 0])
  })

  it('times out on time if the clock is set back', async () => {
    const { harness, clock, id, sent, timers } = await withPendingPassword(overMiniProgram(shed))
    let backMs = 0
    const { schedule } = harness.options.clock ?? clock
    const passwords = flowOf(harness, {
      clock: { now: () => clock.now() - backMs, schedule },
    })
    const startMs = clock.now()
    const { done } = passwords.waitUntilActive(id)
    await pass(clock, 10_000)
    backMs = 3_600_000
    const error = await failureOf(clock, done)
    expect(isLockError(error) && error.reason).toBe('still-pending')
    expect([clock.now() - startMs, sent(GET).length, timers.now]).toEqual([60_000, 31, 0])
  })

  it('accepts null as the options', async () => {
    const { passwords, clock, id } = await withPendingPassword(overMiniProgram())
    expect(await settle(clock, passwords.waitUntilActive(id, null as never).done)).toMatchObject({
      state: 'active',
    })
  })

  it('reads once more at the time-out', async () => {
    const { passwords, clock, id, sent, timers } = await withPendingPassword(overMiniProgram(shed))
    const startMs = clock.now()
    const { done } = passwords.waitUntilActive(id, { timeoutMs: 3_000, everyMs: 60_000 })
    const error = await failureOf(clock, done)
    expect(isLockError(error) && error.reason).toBe('still-pending')
    expect([clock.now() - startMs, sent(GET).length, timers.now]).toEqual([3_000, 2, 0])
  })

  it('continues if some requests are lost', async () => {
    const { passwords, clock, id, simulator } = await withPendingPassword(overMiniProgram())
    for (let times = 0; times < 4; times++) simulator.faults.next(GET, 'drop-before')
    expect(await settle(clock, passwords.waitUntilActive(id).done)).toMatchObject({ id })
  })

  it('fails with the last failure if the cloud never answers', async () => {
    const { passwords, clock, id, simulator, timers } = await withPendingPassword(overMiniProgram())
    simulator.faults.always(GET, 'drop-before')
    const error = await failureOf(clock, passwords.waitUntilActive(id).done)
    expect(isTransportError(error)).toBe(true)
    expect(timers.now).toBe(0)
  })

  it.each([
    ['Wi-Fi', frontDoor],
    ['Zigbee', garage],
    ['Bluetooth', gardenGate],
  ])('fails with the reason failed if a %s lock rejects the password', async (_, lock) => {
    const pending = await withPendingPassword(overMiniProgram(lock))
    const { passwords, clock, id } = pending
    pending.lock.refusesPasswords = true
    const error = await failureOf(clock, passwords.waitUntilActive(id).done)
    expect(isLockError(error) && error.reason).toBe('failed')
    const invalid = await settle(clock, passwords.list({ invalid: true }))
    expect(invalid.find((password) => password.id === id)).toMatchObject({
      state: 'failed',
      failure: 'not-set',
    })
  })

  it.each([
    ['to-be-deleted', 'deleting'],
    ['deleted', 'deleted'],
  ] as const)('fails if the cloud has the password as %s', async (state, reason) => {
    const { passwords, clock, id, stored, lock } = await withPendingPassword(overMiniProgram(shed))
    lock.online = false
    for (const password of stored()) password.state = state
    const error = await failureOf(clock, passwords.waitUntilActive(id).done)
    expect(isLockError(error) && error.reason).toBe(reason)
  })

  it('fails if the password is frozen, expired or does not exist', async () => {
    const { passwords, clock, id, stored } = await withPendingPassword(overMiniProgram(garage))
    for (const password of stored()) password.state = 'frozen'
    const frozen = await failureOf(clock, passwords.waitUntilActive(id).done)
    clock.advance(26 * 3_600_000)
    const expired = await failureOf(clock, passwords.waitUntilActive(id).done)
    const missing = await failureOf(clock, passwords.waitUntilActive('999').done)
    const errors = [frozen, expired, missing]
    expect(errors.map((error) => isLockError(error) && error.reason)).toEqual([
      'frozen',
      'expired',
      'not-found',
    ])
  })

  it('can be cancelled between two reads and during one', async () => {
    const { passwords, clock, id, timers, sent } = await withPendingPassword(overMiniProgram(shed))
    const between = passwords.waitUntilActive(id)
    await pass(clock, 3_000)
    between.cancel()
    expect(isCancelledError(await failureOf(clock, between.done))).toBe(true)
    const during = passwords.waitUntilActive(id)
    during.cancel()
    expect(isCancelledError(await failureOf(clock, during.done))).toBe(true)
    const reads = sent(GET).length
    await pass(clock, 10_000)
    await flush()
    expect([sent(GET).length, timers.now]).toEqual([reads, 0])
  })

  it('can be cancelled by a subscriber of its states', async () => {
    const { passwords, clock, id, timers } = await withPendingPassword(overMiniProgram(shed))
    const attempt = passwords.waitUntilActive(id)
    attempt.state$.subscribe((state) => {
      if ('password' in state) attempt.cancel()
    })
    expect(isCancelledError(await failureOf(clock, attempt.done))).toBe(true)
    expect(timers.now).toBe(0)
  })

  it('ends after a read that takes longer than its time-out', async () => {
    const { passwords, clock, id, sent, simulator } = await withPendingPassword(
      overMiniProgram(shed),
    )
    simulator.faults.next(GET, { slowMs: 5_000 })
    const error = await failureOf(clock, passwords.waitUntilActive(id, { timeoutMs: 4_000 }).done)
    expect(isLockError(error) && error.reason).toBe('still-pending')
    expect(sent(GET)).toHaveLength(1)
  })

  it.each([
    { everyMs: 0 },
    { everyMs: Number.NaN },
    { timeoutMs: -1 },
    { timeoutMs: Number.NaN },
    { timeoutMs: '5' as never },
  ])('rejects the options %o', async (options) => {
    const { passwords, clock, id } = await withPendingPassword(overMiniProgram())
    const error = await failureOf(clock, passwords.waitUntilActive(id, options).done)
    expect(isParamsError(error)).toBe(true)
  })
})
