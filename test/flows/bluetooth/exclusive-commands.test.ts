import { describe, expect, it } from 'vitest'
import { type BleAttempt, bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import { lock as createLock } from '../../../src/flows/lock'
import { failureOf, pass, settle } from '../support/settle'
import { advanceUntil, CONFIG, collectSteps, createBleHarness, INSTRUCTION } from './ble-harness'
import { createPhoneLink } from './phone-link'

describe('two Bluetooth calls at the same time', () => {
  it('share one attempt if they are equal', async () => {
    const { ble, harness, clock, commands } = createBleHarness()
    const link = createPhoneLink(harness)
    const first = ble.open(link)
    expect(ble.open(link)).toBe(first)
    await settle(clock, first.done)
    expect(commands()).toEqual(['make-instruction', 'unlock'])
    expect(ble.open(link)).not.toBe(first)
  })

  it('fail with "busy" if they differ or use another link', async () => {
    const { ble, harness, clock, commands } = createBleHarness()
    const link = createPhoneLink(harness)
    const first = ble.open(link)
    for (const other of [ble.close(link), ble.open(createPhoneLink(harness))])
      expect(await failureOf(clock, other.done)).toMatchObject({ kind: 'lock', reason: 'busy' })
    await settle(clock, first.done)
    expect(commands()).toEqual(['make-instruction', 'unlock'])
    await settle(clock, ble.close(link).done)
    expect(commands().at(-1)).toBe('lock')
  })

  it('do not exclude each other after the first has failed', async () => {
    const { ble, harness, clock, lock } = createBleHarness()
    const link = createPhoneLink(harness)
    lock.online = false
    await failureOf(clock, ble.open(link).done)
    lock.online = true
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ operation: 'unlock' })
  })
})

describe('one Bluetooth lock of one panel', () => {
  it('returns one attempt for a double tap, also across several lock objects', async () => {
    const { ble, harness, clock, commands } = createBleHarness()
    const other = bluetooth(harness.panel, harness.deviceId, harness.options)
    const link = createPhoneLink(harness)
    const first = ble.open(link)
    expect(other.open(link)).toBe(first)
    expect(await failureOf(clock, other.close(link).done)).toMatchObject({ reason: 'busy' })
    await settle(clock, first.done)
    expect(link.sent).toHaveLength(1)
    expect(commands()).toEqual(['make-instruction', 'unlock'])
  })

  it('is moved over Bluetooth or remotely, but not both at the same time', async () => {
    const { harness, clock, commands } = createBleHarness()
    const door = createLock(harness.panel, harness.deviceId, harness.options)
    const isBusy = { kind: 'lock', reason: 'busy' }

    const local = door.ble.open(createPhoneLink(harness))
    expect(await failureOf(clock, door.lock().done)).toMatchObject(isBusy)
    await settle(clock, local.done)

    const remote = door.lock()
    const second = door.ble.open(createPhoneLink(harness))
    expect(await failureOf(clock, second.done)).toMatchObject({ ...isBusy, action: 'ble.open' })
    await settle(clock, remote.done)
    expect(commands()).toEqual(['make-instruction', 'unlock', 'lock'])
  })

  it('accepts the next command from a subscriber to the final state', async () => {
    const { ble, harness, clock, commands } = createBleHarness()
    const link = createPhoneLink(harness)
    const opening = ble.open(link)
    let closing: BleAttempt | undefined
    opening.state$.subscribe(({ step }) => {
      if (step === 'done') closing = ble.close(link)
    })
    await settle(clock, opening.done)
    expect(await settle(clock, Promise.resolve(closing?.done))).toMatchObject({ operation: 'lock' })

    const broken = createPhoneLink(harness)
    broken.break()
    const failing = ble.open(broken)
    let again: BleAttempt | undefined
    failing.state$.subscribe(({ step }) => {
      if (step === 'failed') again = ble.open(broken)
    })
    await failureOf(clock, failing.done)
    expect(again).not.toBe(failing)
    expect(await failureOf(clock, Promise.resolve(again?.done))).toMatchObject({
      reason: 'link-broken',
    })
    expect(commands()).toEqual(['make-instruction', 'unlock', 'make-instruction', 'lock'])
  })

  it('returns the running attempt to a call while the attempt starts', async () => {
    const { ble, harness, clock, commands } = createBleHarness()
    const link = createPhoneLink(harness)
    let inner: BleAttempt | undefined
    harness.panel.events$.subscribe(() => {
      inner ??= ble.open(link)
    })
    const outer = ble.open(link)
    await settle(clock, outer.done)
    expect(inner).toBe(outer)
    expect(commands()).toEqual(['make-instruction', 'unlock'])
  })
})

describe('a cancelled Bluetooth attempt', () => {
  it.each([
    ['while the config is fetched', CONFIG, 500],
    ['while the instruction is fetched', INSTRUCTION, 1_500],
  ])('moves nothing %s, and releases the lock at once', async (_, slowAction, afterMs) => {
    const { ble, harness, clock, simulator, commands } = createBleHarness()
    simulator.faults.next(slowAction, { slowMs: 3_000 })
    const link = createPhoneLink(harness)
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
    expect(commands().filter((command) => command === 'unlock')).toHaveLength(1)
    expect(harness.listeners.now + harness.timers.now).toBe(0)
  })

  it('moves nothing while the lock confirms the random number', async () => {
    const { ble, harness, clock, lock, commands } = createBleHarness()
    lock.asleepUntilMs = clock.now() + 5_000
    const attempt = ble.open(createPhoneLink(harness))
    await pass(clock, 1_000)
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    await pass(clock, 10_000)
    expect(commands()).toEqual([])
    expect(harness.listeners.now + harness.timers.now).toBe(0)
  })

  it('sends nothing if it is cancelled just before the instruction', async () => {
    const { ble, harness, clock, commands } = createBleHarness()
    const link = createPhoneLink(harness)
    const attempt = ble.open(link)
    attempt.state$.subscribe(({ step }) => {
      if (step === 'sending') attempt.cancel()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    await pass(clock, 20_000)
    expect([link.sent, commands()]).toEqual([[], ['make-instruction']])
    expect(harness.listeners.now + harness.timers.now).toBe(0)
  })

  it('sends nothing if the setter of the serial number cancels it', async () => {
    const { ble, harness, clock } = createBleHarness()
    const real = createPhoneLink(harness)
    const link = Object.defineProperty({ ...real }, 'sn', {
      get: () => real.sn,
      set: () => attempt.cancel(),
    })
    const attempt = ble.open(link)
    expect(await failureOf(clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    expect(real.sent).toEqual([])
  })

  it('reports an unknown delivery after the instruction was sent', async () => {
    const { ble, harness, clock } = createBleHarness()
    const link = createPhoneLink(harness)
    const attempt = ble.open(link)
    const steps = collectSteps(attempt)
    await advanceUntil(clock, steps, 'waiting')
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(harness.listeners.now + harness.timers.now).toBe(0)
    expect(steps.at(-1)).toBe('failed')
  })

  it('is not affected by another cancel, or by a cancel after its end', async () => {
    const { ble, harness, clock } = createBleHarness()
    const attempt = ble.open(createPhoneLink(harness))
    await settle(clock, attempt.done)
    const next = ble.close(createPhoneLink(harness))
    attempt.cancel()
    attempt.cancel()
    expect(await settle(clock, next.done)).toMatchObject({ operation: 'lock' })
  })
})
