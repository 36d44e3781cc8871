import { describe, expect, it } from 'vitest'
import { type BleAttempt, bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import { lock as lockOf } from '../../../src/flows/lock'
import { failureOf, pass, settle } from '../support/settle'
import { atTheGate, CONFIG, MAKE, passUntil, stepsOf } from './at-the-gate'
import { phoneLink } from './phone-link'

describe('two wishes at a time', () => {
  it('are one, where they are the same', async () => {
    const { ble, stage, clock, orders } = atTheGate()
    const link = phoneLink(stage)
    const first = ble.open(link)
    expect(ble.open(link)).toBe(first)
    await settle(clock, first.done)
    expect(orders()).toEqual(['make-instruction', 'unlock'])
    expect(ble.open(link)).not.toBe(first)
  })

  it('are one too many, where they differ or go over another link', async () => {
    const { ble, stage, clock, orders } = atTheGate()
    const link = phoneLink(stage)
    const first = ble.open(link)
    for (const other of [ble.close(link), ble.open(phoneLink(stage))])
      expect(await failureOf(clock, other.done)).toMatchObject({ kind: 'lock', reason: 'busy' })
    await settle(clock, first.done)
    expect(orders()).toEqual(['make-instruction', 'unlock'])
    await settle(clock, ble.close(link).done)
    expect(orders().at(-1)).toBe('lock')
  })

  it('are free to follow each other after a failure', async () => {
    const { ble, stage, clock, lock } = atTheGate()
    const link = phoneLink(stage)
    lock.online = false
    await failureOf(clock, ble.open(link).done)
    lock.online = true
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ operation: 'unlock' })
  })
})

describe('one lock of one panel', () => {
  it('has one order for a double tap, however many objects there are of it', async () => {
    const { ble, stage, clock, orders } = atTheGate()
    const other = bluetooth(stage.panel, stage.deviceId, stage.options)
    const link = phoneLink(stage)
    const first = ble.open(link)
    expect(other.open(link)).toBe(first)
    expect(await failureOf(clock, other.close(link).done)).toMatchObject({ reason: 'busy' })
    await settle(clock, first.done)
    expect(link.sent).toHaveLength(1)
    expect(orders()).toEqual(['make-instruction', 'unlock'])
  })

  it('is moved over Bluetooth or from afar, not both at once', async () => {
    const { stage, clock, orders } = atTheGate()
    const whole = lockOf(stage.panel, stage.deviceId, stage.options)
    const isBusy = { kind: 'lock', reason: 'busy' }

    const near = whole.ble.open(phoneLink(stage))
    expect(await failureOf(clock, whole.lock().done)).toMatchObject(isBusy)
    await settle(clock, near.done)

    const far = whole.lock()
    const late = whole.ble.open(phoneLink(stage))
    expect(await failureOf(clock, late.done)).toMatchObject({ ...isBusy, action: 'ble.open' })
    await settle(clock, far.done)
    expect(orders()).toEqual(['make-instruction', 'unlock', 'lock'])
  })

  it('is free for whoever hears of the end in the states', async () => {
    const { ble, stage, clock, orders } = atTheGate()
    const link = phoneLink(stage)
    const opening = ble.open(link)
    let closing: BleAttempt | undefined
    opening.state$.subscribe(({ step }) => {
      if (step === 'done') closing = ble.close(link)
    })
    await settle(clock, opening.done)
    expect(await settle(clock, Promise.resolve(closing?.done))).toMatchObject({ operation: 'lock' })

    const gone = phoneLink(stage)
    gone.break()
    const failing = ble.open(gone)
    let again: BleAttempt | undefined
    failing.state$.subscribe(({ step }) => {
      if (step === 'failed') again = ble.open(gone)
    })
    await failureOf(clock, failing.done)
    expect(again).not.toBe(failing)
    expect(await failureOf(clock, Promise.resolve(again?.done))).toMatchObject({
      reason: 'link-broken',
    })
    expect(orders()).toEqual(['make-instruction', 'unlock', 'make-instruction', 'lock'])
  })

  it('gives the same attempt to who taps again while it begins', async () => {
    const { ble, stage, clock, orders } = atTheGate()
    const link = phoneLink(stage)
    let inner: BleAttempt | undefined
    stage.panel.events$.subscribe(() => {
      inner ??= ble.open(link)
    })
    const outer = ble.open(link)
    await settle(clock, outer.done)
    expect(inner).toBe(outer)
    expect(orders()).toEqual(['make-instruction', 'unlock'])
  })
})

describe('an attempt that is cancelled', () => {
  it.each([
    ['while the cloud is asked', CONFIG, 500],
    ['while the instruction is made', MAKE, 1_500],
  ])('%s has moved nothing, and frees the lock at once', async (_, slow, afterMs) => {
    const { ble, stage, clock, simulator, orders } = atTheGate()
    simulator.faults.next(slow, { slowMs: 3_000 })
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    await pass(clock, afterMs)
    attempt.cancel()
    const again = ble.open(link)
    expect(again).not.toBe(attempt)
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    await settle(clock, again.done)
    expect(orders().filter((order) => order === 'unlock')).toHaveLength(1)
    expect(stage.listeners.now + stage.timers.now).toBe(0)
  })

  it('while the lock takes its random has moved nothing', async () => {
    const { ble, stage, clock, lock, orders } = atTheGate()
    lock.asleepUntilMs = clock.now() + 5_000
    const attempt = ble.open(phoneLink(stage))
    await pass(clock, 1_000)
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    await pass(clock, 10_000)
    expect(orders()).toEqual([])
    expect(stage.listeners.now + stage.timers.now).toBe(0)
  })

  it('just before the instruction leaves has sent nothing', async () => {
    const { ble, stage, clock, orders } = atTheGate()
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    attempt.state$.subscribe(({ step }) => {
      if (step === 'sending') attempt.cancel()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    await pass(clock, 20_000)
    expect([link.sent, orders()]).toEqual([[], ['make-instruction']])
    expect(stage.listeners.now + stage.timers.now).toBe(0)
  })

  it('by the stack that is told the serial number has sent nothing either', async () => {
    const { ble, stage, clock } = atTheGate()
    const real = phoneLink(stage)
    const link = Object.defineProperty({ ...real }, 'sn', {
      get: () => real.sn,
      set: () => attempt.cancel(),
    })
    const attempt = ble.open(link)
    expect(await failureOf(clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    expect(real.sent).toEqual([])
  })

  it('after the instruction left says that it may be carried out', async () => {
    const { ble, stage, clock } = atTheGate()
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    const steps = stepsOf(attempt)
    await passUntil(clock, steps, 'waiting')
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(stage.listeners.now + stage.timers.now).toBe(0)
    expect(steps.at(-1)).toBe('failed')
  })

  it('twice, or after its end, is nothing more', async () => {
    const { ble, stage, clock } = atTheGate()
    const attempt = ble.open(phoneLink(stage))
    await settle(clock, attempt.done)
    const next = ble.close(phoneLink(stage))
    attempt.cancel()
    attempt.cancel()
    expect(await settle(clock, next.done)).toMatchObject({ operation: 'lock' })
  })
})
