import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../../src/core/errors/transport-error'
import { failureOf, pass, settle } from '../support/settle'
import { advanceUntil, CONFIG, collectSteps, createBleHarness, INSTRUCTION } from './ble-harness'
import { createPhoneLink } from './phone-link'
import { createScriptedLink, reportOf } from './scripted-link'

describe('a broken Bluetooth link', () => {
  it.each([
    ['the config is fetched', CONFIG, 500],
    ['the instruction is fetched', INSTRUCTION, 1_500],
  ])('fails the attempt while %s, and the next link unlocks', async (_, slowAction, afterMs) => {
    const { ble, harness, clock, simulator, commands } = createBleHarness()
    simulator.faults.next(slowAction, { slowMs: 3_000 })
    const link = createPhoneLink(harness)
    const { done } = ble.open(link)
    await pass(clock, afterMs)
    const brokenAtMs = clock.now()
    link.break()
    expect(await failureOf(clock, done)).toMatchObject({ kind: 'lock', reason: 'link-broken' })
    expect(clock.now()).toBe(brokenAtMs)
    expect(link.sent).toEqual([])
    expect(harness.listeners.now).toBe(0)

    await settle(clock, ble.open(createPhoneLink(harness)).done)
    expect(commands().filter((command) => command === 'unlock')).toHaveLength(1)
  })

  it('fails the attempt while the lock confirms the random number, and no command executes', async () => {
    const { ble, harness, clock, lock, commands } = createBleHarness()
    lock.asleepUntilMs = clock.now() + 5_000
    const link = createPhoneLink(harness)
    const attempt = ble.open(link)
    const steps = collectSteps(attempt)
    await pass(clock, 1_000)
    link.break()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ reason: 'link-broken' })
    expect(steps.at(-2)).toBe('random')
    expect(commands()).toEqual([])

    await pass(clock, 5_000)
    await settle(clock, ble.open(createPhoneLink(harness)).done)
    expect(commands()).toEqual(['make-instruction', 'unlock'])
  })

  it('fails the attempt at once if it broke before the call', async () => {
    const { ble, harness, clock } = createBleHarness()
    const link = createPhoneLink(harness)
    link.break()
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'link-broken' })
    expect(link.sent).toEqual([])
  })

  it('makes the outcome unknown after the instruction was sent, and nothing more is sent', async () => {
    const { ble, harness, clock, lock, commands } = createBleHarness()
    const link = createPhoneLink(harness)
    const attempt = ble.open(link)
    const steps = collectSteps(attempt)
    await advanceUntil(clock, steps, 'waiting')
    const brokenAtMs = clock.now()
    link.break()
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'transport',
    })
    expect(clock.now()).toBe(brokenAtMs)
    expect(link.sent).toHaveLength(1)
    expect(harness.listeners.now + harness.timers.now).toBe(0)

    // The frame was lost with the link. After a check of the door, the caller may unlock it over the next link.
    await pass(clock, 20_000)
    expect(commands()).toEqual(['make-instruction'])
    const next = createPhoneLink(harness)
    await settle(clock, ble.open(next).done)
    expect(commands().filter((command) => command === 'unlock')).toHaveLength(1)
    expect(next.sn).toBe(lock.ble?.made?.nextSn)
  })

  it.each([
    ['emits', (broken$: Subject<void>) => broken$.next()],
    ['fails', (broken$: Subject<void>) => broken$.error(new Error('10006'))],
  ])('ends the wait when `broken$` %s', async (_, breakLink) => {
    const { ble, clock } = createBleHarness()
    const broken$ = new Subject<void>()
    const { link, isSubscribed } = createScriptedLink(() => [])
    const attempt = ble.open({ ...link, broken$ })
    const steps = collectSteps(attempt)
    await advanceUntil(clock, steps, 'waiting')
    const brokenAtMs = clock.now()
    breakLink(broken$)
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    expect(clock.now()).toBe(brokenAtMs)
    expect([isSubscribed(), broken$.observed]).toEqual([false, false])
  })

  it('fails the attempt if it breaks just before the instruction is sent', async () => {
    const { ble, harness, clock, commands } = createBleHarness()
    const link = createPhoneLink(harness)
    const attempt = ble.open(link)
    attempt.state$.subscribe(({ step }) => {
      if (step === 'sending') link.break()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({ reason: 'link-broken' })
    expect([link.sent, commands()]).toEqual([[], ['make-instruction']])
  })

  it('does not fail the attempt after the lock reported that its bolt moved', async () => {
    const { ble, clock } = createBleHarness()
    const { link } = createScriptedLink(() => [{ lock_motor_state: true }])
    const failing = {
      ...link,
      send: (hex: string) => link.send(hex).then(() => Promise.reject({})),
    }
    expect(await settle(clock, ble.open(failing).done)).toMatchObject({ confirmedBy: 'bolt' })
  })
})

describe('a Bluetooth stack that fails', () => {
  const failingWith = (failure: unknown) => {
    const { link, isSubscribed } = createScriptedLink((hex) => [reportOf(hex)])
    return { link: { ...link, send: () => Promise.reject(failure) }, isSubscribed }
  }

  it('makes the outcome unknown, and its error message is not passed on', async () => {
    const { ble, clock, lock } = createBleHarness()
    const { link, isSubscribed } = failingWith(new Error(`could not write ${'5'.repeat(8)}`))
    const error = await failureOf(clock, ble.open(link).done)
    expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'transport' })
    expect(String(error)).not.toContain('5'.repeat(8))
    expect(String(error)).not.toContain(lock.ble?.random)
    expect(isSubscribed()).toBe(false)
  })

  it('makes the outcome unknown if `send` throws synchronously', async () => {
    const { ble, clock } = createBleHarness()
    const { link } = createScriptedLink(() => [])
    const throwing = {
      ...link,
      send: () => {
        throw new TypeError('writeBLECharacteristicValue')
      },
    }
    expect(await failureOf(clock, ble.open(throwing).done)).toMatchObject({
      kind: 'outcome-unknown',
    })
  })

  it('fails the attempt with "link-broken" if its TransportError says not-sent', async () => {
    const { ble, clock } = createBleHarness()
    const { link } = failingWith(
      new TransportError({ action: 'send' }, { delivery: 'not-sent', reason: 'no connection' }),
    )
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'link-broken' })
  })

  it('does not fail the attempt with a not-sent error after the bolt moved', async () => {
    const { ble, clock } = createBleHarness()
    const { link } = createScriptedLink(() => [{ lock_motor_state: true }])
    const notSent = new TransportError(
      { action: 'x' },
      { delivery: 'not-sent', reason: 'no connection' },
    )
    const failing = {
      ...link,
      send: (hex: string) =>
        link.send(hex).then(() => {
          throw notSent
        }),
    }
    expect(await settle(clock, ble.open(failing).done)).toMatchObject({ confirmedBy: 'bolt' })
  })

  it('fails the attempt with "link-broken" if sending data points throws', async () => {
    const { ble, clock, commands } = createBleHarness()
    const { link } = createScriptedLink(
      () => [],
      () => {
        throw new Error('anything')
      },
    )
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'link-broken' })
    expect(commands()).toEqual([])
  })
})

describe('a Bluetooth lock that does not respond', () => {
  it('fails the attempt with "link-broken" if it is out of range', async () => {
    const { ble, harness, clock, lock, commands } = createBleHarness()
    lock.online = false
    expect(await failureOf(clock, ble.open(createPhoneLink(harness)).done)).toMatchObject({
      reason: 'link-broken',
    })
    expect(commands()).toEqual([])
  })

  it('fails the attempt before the instruction, and makes the outcome unknown after it', async () => {
    const { ble, harness, clock, lock, commands } = createBleHarness()
    lock.asleepUntilMs = Number.POSITIVE_INFINITY
    expect(await failureOf(clock, ble.open(createPhoneLink(harness)).done)).toMatchObject({
      reason: 'no-report',
    })
    delete lock.asleepUntilMs
    const link = createPhoneLink(harness)
    const attempt = ble.open(link)
    attempt.state$.subscribe(({ step }) => {
      if (step === 'sending') lock.asleepUntilMs = Number.POSITIVE_INFINITY
    })
    const error = await failureOf(clock, attempt.done)
    expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'timeout' })
    expect(link.sent).toHaveLength(1)
    expect(commands()).toEqual(['make-instruction'])
  })

  it('confirms the unlock if it reports within the time limit', async () => {
    const { ble, harness, clock, lock, commands } = createBleHarness()
    const attempt = ble.open(createPhoneLink(harness))
    attempt.state$.subscribe(({ step }) => {
      if (step === 'sending') lock.asleepUntilMs = clock.now() + 10_000
    })
    await settle(clock, attempt.done)
    expect(commands()).toEqual(['make-instruction', 'unlock'])
  })
})
