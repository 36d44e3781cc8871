import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../../src/core/errors/transport-error'
import { failureOf, pass, settle } from '../support/settle'
import { atTheGate, CONFIG, MAKE, passUntil, stepsOf } from './at-the-gate'
import { handMadeLink, reportOf } from './hand-made-link'
import { phoneLink } from './phone-link'

describe('a link that breaks', () => {
  it.each([
    ['the cloud is asked for the random', CONFIG, 500],
    ['the instruction is made', MAKE, 1_500],
  ])('while %s moves nothing, and the next link opens', async (_, slow, afterMs) => {
    const { ble, stage, clock, simulator, orders } = atTheGate()
    simulator.faults.next(slow, { slowMs: 3_000 })
    const link = phoneLink(stage)
    const { done } = ble.open(link)
    await pass(clock, afterMs)
    const brokenAt = clock.now()
    link.break()
    expect(await failureOf(clock, done)).toMatchObject({ kind: 'lock', reason: 'link-broken' })
    expect(clock.now()).toBe(brokenAt)
    expect(link.sent).toEqual([])
    expect(stage.listeners.now).toBe(0)

    await settle(clock, ble.open(phoneLink(stage)).done)
    expect(orders().filter((order) => order === 'unlock')).toHaveLength(1)
  })

  it('while the lock takes its random moves nothing either', async () => {
    const { ble, stage, clock, lock, orders } = atTheGate()
    lock.asleepUntilMs = clock.now() + 5_000
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    const steps = stepsOf(attempt)
    await pass(clock, 1_000)
    link.break()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ reason: 'link-broken' })
    expect(steps.at(-2)).toBe('random')
    expect(orders()).toEqual([])

    await pass(clock, 5_000)
    await settle(clock, ble.open(phoneLink(stage)).done)
    expect(orders()).toEqual(['make-instruction', 'unlock'])
  })

  it('before it is used is noticed when it is used', async () => {
    const { ble, stage, clock } = atTheGate()
    const link = phoneLink(stage)
    link.break()
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'link-broken' })
    expect(link.sent).toEqual([])
  })

  it('once the instruction is on the air leaves the outcome open at once, and sends nothing more', async () => {
    const { ble, stage, clock, lock, orders } = atTheGate()
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    const steps = stepsOf(attempt)
    await passUntil(clock, steps, 'waiting')
    const brokenAt = clock.now()
    link.break()
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'transport',
    })
    expect(clock.now()).toBe(brokenAt)
    expect(link.sent).toHaveLength(1)
    expect(stage.listeners.now + stage.timers.now).toBe(0)

    // The frame was lost with the link. Whoever looked at the door may open it over the next one.
    await pass(clock, 20_000)
    expect(orders()).toEqual(['make-instruction'])
    const next = phoneLink(stage)
    await settle(clock, ble.open(next).done)
    expect(orders().filter((order) => order === 'unlock')).toHaveLength(1)
    expect(next.sn).toBe(lock.ble?.made?.nextSn)
  })

  it.each([
    ['is told', (broken$: Subject<void>) => broken$.next()],
    ['fails itself', (broken$: Subject<void>) => broken$.error(new Error('10006'))],
  ])('ends the wait where only the stack tells, and %s', async (_, tell) => {
    const { ble, clock } = atTheGate()
    const broken$ = new Subject<void>()
    const { link, isHeard } = handMadeLink(() => [])
    const attempt = ble.open({ ...link, broken$ })
    const steps = stepsOf(attempt)
    await passUntil(clock, steps, 'waiting')
    const brokenAt = clock.now()
    tell(broken$)
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    expect(clock.now()).toBe(brokenAt)
    expect([isHeard(), broken$.observed]).toEqual([false, false])
  })

  it('just before the instruction leaves moves nothing', async () => {
    const { ble, stage, clock, orders } = atTheGate()
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    attempt.state$.subscribe(({ step }) => {
      if (step === 'sending') link.break()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({ reason: 'link-broken' })
    expect([link.sent, orders()]).toEqual([[], ['make-instruction']])
  })

  it('after the bolt told that it moved has opened', async () => {
    const { ble, clock } = atTheGate()
    const { link } = handMadeLink(() => [{ lock_motor_state: true }])
    const failing = {
      ...link,
      send: (hex: string) => link.send(hex).then(() => Promise.reject({})),
    }
    expect(await settle(clock, ble.open(failing).done)).toMatchObject({ confirmedBy: 'bolt' })
  })
})

describe('a Bluetooth stack that fails', () => {
  const failingWith = (failure: unknown) => {
    const { link, isHeard } = handMadeLink((hex) => [reportOf(hex)])
    return { link: { ...link, send: () => Promise.reject(failure) }, isHeard }
  }

  it('leaves the outcome open, and its words are not repeated', async () => {
    const { ble, clock, lock } = atTheGate()
    const { link, isHeard } = failingWith(new Error(`could not write ${'5'.repeat(8)}`))
    const error = await failureOf(clock, ble.open(link).done)
    expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'transport' })
    expect(String(error)).not.toContain('5'.repeat(8))
    expect(String(error)).not.toContain(lock.ble?.random)
    expect(isHeard()).toBe(false)
  })

  it('by throwing at once leaves it open as well', async () => {
    const { ble, clock } = atTheGate()
    const { link } = handMadeLink(() => [])
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

  it('says that nothing left by a TransportError', async () => {
    const { ble, clock } = atTheGate()
    const { link } = failingWith(
      new TransportError({ action: 'send' }, { delivery: 'not-sent', reason: 'no connection' }),
    )
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'link-broken' })
  })

  it('says that nothing left after the bolt moved, which is no failure', async () => {
    const { ble, clock } = atTheGate()
    const { link } = handMadeLink(() => [{ lock_motor_state: true }])
    const notSent = new TransportError({ action: 'x' }, { delivery: 'not-sent', reason: 'gone' })
    const failing = {
      ...link,
      send: (hex: string) =>
        link.send(hex).then(() => {
          throw notSent
        }),
    }
    expect(await settle(clock, ble.open(failing).done)).toMatchObject({ confirmedBy: 'bolt' })
  })

  it('while it carries data points has broken the link', async () => {
    const { ble, clock, orders } = atTheGate()
    const { link } = handMadeLink(
      () => [],
      () => {
        throw new Error('anything')
      },
    )
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'link-broken' })
    expect(orders()).toEqual([])
  })
})

describe('a lock that is not there', () => {
  it('and is out of reach takes nothing', async () => {
    const { ble, stage, clock, lock, orders } = atTheGate()
    lock.online = false
    expect(await failureOf(clock, ble.open(phoneLink(stage)).done)).toMatchObject({
      reason: 'link-broken',
    })
    expect(orders()).toEqual([])
  })

  it('and falls silent before the instruction has not moved; after it nobody knows', async () => {
    const { ble, stage, clock, lock, orders } = atTheGate()
    lock.asleepUntilMs = Number.POSITIVE_INFINITY
    expect(await failureOf(clock, ble.open(phoneLink(stage)).done)).toMatchObject({
      reason: 'no-report',
    })
    delete lock.asleepUntilMs
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    attempt.state$.subscribe(({ step }) => {
      if (step === 'sending') lock.asleepUntilMs = Number.POSITIVE_INFINITY
    })
    const error = await failureOf(clock, attempt.done)
    expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'timeout' })
    expect(link.sent).toHaveLength(1)
    expect(orders()).toEqual(['make-instruction'])
  })

  it('and answers late has opened: the wait is an option', async () => {
    const { ble, stage, clock, lock, orders } = atTheGate()
    const attempt = ble.open(phoneLink(stage))
    attempt.state$.subscribe(({ step }) => {
      if (step === 'sending') lock.asleepUntilMs = clock.now() + 10_000
    })
    await settle(clock, attempt.done)
    expect(orders()).toEqual(['make-instruction', 'unlock'])
  })
})
