import { describe, expect, it } from 'vitest'
import { isCancelledError } from '../../../src/core/errors/cancelled-error'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isTransportError } from '../../../src/core/errors/transport-error'
import { failureOf, flush, pass, settle } from '../support/settle'
import type { StageOptions } from '../support/stage'
import {
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  guest,
  overMiniProgram,
  overPanel,
  PANEL_LIST,
  shed,
  storyOf,
} from './story'

const GET = 'doorLock.getTemporaryPassword'

/** A story with a password that the lock does not have yet. */
const begun = async (options: StageOptions) => {
  const story = storyOf(options)
  const { id } = await settle(story.clock, story.passwords.create(guest))
  return { ...story, id }
}

describe('waiting for the lock', () => {
  it.each([
    ['mini-program', overMiniProgram(), GET],
    ['panel', overPanel, PANEL_LIST],
  ] as const)(
    'looks every two seconds, over %s, until it has the password',
    async (_, options, look) => {
      const { passwords, clock, id, timers, sent } = await begun(options)
      const looksBefore = sent(look).length
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
      expect([sent(look).length - looksBefore, clock.now() - startMs]).toEqual([2, 2_000])
      expect(timers.now).toBe(0)
    },
  )

  it('ends where a lock that is away does not come back', async () => {
    const { passwords, clock, id, sent, timers } = await begun(overMiniProgram(shed))
    const startMs = clock.now()
    const { done } = passwords.waitUntilActive(id, { timeoutMs: 30_000, everyMs: 5_000 })
    const error = await failureOf(clock, done)
    expect(isLockError(error) && error.reason).toBe('still-pending')
    expect([clock.now() - startMs, sent(GET).length, timers.now]).toEqual([30_000, 7, 0])
  })

  it('ends in time although somebody sets the clock back', async () => {
    const { stage, clock, id, sent, timers } = await begun(overMiniProgram(shed))
    let backMs = 0
    const { schedule } = stage.options.scheduler ?? clock.scheduler
    const passwords = flowOf(stage, {
      scheduler: { now: () => clock.now() - backMs, schedule },
    })
    const startMs = clock.now()
    const { done } = passwords.waitUntilActive(id)
    await pass(clock, 10_000)
    backMs = 3_600_000
    const error = await failureOf(clock, done)
    expect(isLockError(error) && error.reason).toBe('still-pending')
    expect([clock.now() - startMs, sent(GET).length, timers.now]).toEqual([60_000, 31, 0])
  })

  it('takes null for no options', async () => {
    const { passwords, clock, id } = await begun(overMiniProgram())
    expect(await settle(clock, passwords.waitUntilActive(id, null as never).done)).toMatchObject({
      state: 'active',
    })
  })

  it('looks once more when the time is up', async () => {
    const { passwords, clock, id, sent, timers } = await begun(overMiniProgram(shed))
    const startMs = clock.now()
    const { done } = passwords.waitUntilActive(id, { timeoutMs: 3_000, everyMs: 60_000 })
    const error = await failureOf(clock, done)
    expect(isLockError(error) && error.reason).toBe('still-pending')
    expect([clock.now() - startMs, sent(GET).length, timers.now]).toEqual([3_000, 2, 0])
  })

  it('goes on over a cloud that does not answer for a while', async () => {
    const { passwords, clock, id, simulator } = await begun(overMiniProgram())
    for (let times = 0; times < 4; times++) simulator.faults.next(GET, 'drop-before')
    expect(await settle(clock, passwords.waitUntilActive(id).done)).toMatchObject({ id })
  })

  it('ends with the last failure where the cloud never answers', async () => {
    const { passwords, clock, id, simulator, timers } = await begun(overMiniProgram())
    simulator.faults.always(GET, 'drop-before')
    const error = await failureOf(clock, passwords.waitUntilActive(id).done)
    expect(isTransportError(error)).toBe(true)
    expect(timers.now).toBe(0)
  })

  it.each([
    ['Wi-Fi', frontDoor],
    ['Zigbee', garage],
    ['Bluetooth', gardenGate],
  ])('ends as failed where a %s lock refuses the password', async (_, lock) => {
    const story = await begun(overMiniProgram(lock))
    const { passwords, clock, id } = story
    story.lock.refusesPasswords = true
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
  ] as const)('ends where the password is %s', async (state, reason) => {
    const { passwords, clock, id, stored, lock } = await begun(overMiniProgram(shed))
    lock.online = false
    for (const password of stored()) password.state = state
    const error = await failureOf(clock, passwords.waitUntilActive(id).done)
    expect(isLockError(error) && error.reason).toBe(reason)
  })

  it('ends where the password is frozen, or over, or not there', async () => {
    const { passwords, clock, id, stored } = await begun(overMiniProgram(garage))
    for (const password of stored()) password.state = 'frozen'
    const frozen = await failureOf(clock, passwords.waitUntilActive(id).done)
    clock.advance(26 * 3_600_000)
    const over = await failureOf(clock, passwords.waitUntilActive(id).done)
    const nowhere = await failureOf(clock, passwords.waitUntilActive('999').done)
    const errors = [frozen, over, nowhere]
    expect(errors.map((error) => isLockError(error) && error.reason)).toEqual([
      'frozen',
      'expired',
      'not-found',
    ])
  })

  it('can be cancelled, between two looks and during one', async () => {
    const { passwords, clock, id, timers, sent } = await begun(overMiniProgram(shed))
    const between = passwords.waitUntilActive(id)
    await pass(clock, 3_000)
    between.cancel()
    expect(isCancelledError(await failureOf(clock, between.done))).toBe(true)
    const during = passwords.waitUntilActive(id)
    during.cancel()
    expect(isCancelledError(await failureOf(clock, during.done))).toBe(true)
    const looks = sent(GET).length
    await pass(clock, 10_000)
    await flush()
    expect([sent(GET).length, timers.now]).toEqual([looks, 0])
  })

  it('can be cancelled by whoever hears what was seen', async () => {
    const { passwords, clock, id, timers } = await begun(overMiniProgram(shed))
    const attempt = passwords.waitUntilActive(id)
    attempt.state$.subscribe((state) => {
      if ('password' in state) attempt.cancel()
    })
    expect(isCancelledError(await failureOf(clock, attempt.done))).toBe(true)
    expect(timers.now).toBe(0)
  })

  it('ends after a look that outlasts it', async () => {
    const { passwords, clock, id, sent, simulator } = await begun(overMiniProgram(shed))
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
  ])('refuses %o', async (options) => {
    const { passwords, clock, id } = await begun(overMiniProgram())
    const error = await failureOf(clock, passwords.waitUntilActive(id, options).done)
    expect(isParamsError(error)).toBe(true)
  })
})
