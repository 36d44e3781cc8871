import { Observable, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { t0Hex } from '../../../actions/mini-program/device/t0'
import { seed } from '../../../simulator'
import { isLockError } from '../../../src/core/errors/lock-error'
import type { DpValues } from '../../../src/data-points/data-points'
import { offlinePasswords } from '../../../src/flows/offline-passwords/offline-passwords'
import { createCancellation } from '../../../src/flows/shared/cancellation'
import type { FlowHarness } from '../support/flow-harness'
import { failureOf, flush, pass, settle } from '../support/settle'
import { createOfflineHarness } from './offline-harness'

const { gardenGate, frontDoor } = seed.locks
const SEND = 'send password_offline_time'
const PIN = '5551112223'

/** A Bluetooth lock without T0, and a password that the cloud has issued for it. */
const createGateHarness = (options: Parameters<typeof createOfflineHarness>[0] = {}) => {
  const harness = createOfflineHarness({
    lock: gardenGate,
    families: ['mini-program'],
    dataPoints: true,
    ...options,
  })
  harness.simulator.world.offlinePasswords.push({
    id: '1',
    lockId: gardenGate.id,
    name: '',
    pin: PIN,
    kind: 'multiple',
    effectiveTime: harness.clock.now() / 1000 - 1,
    invalidTime: harness.clock.now() / 1000 + 86_400,
    revoked: false,
  })
  return harness
}

const t0Of = ({ lock }: Pick<FlowHarness, 'lock'>) =>
  lock.status.find(({ code }) => code === 'password_offline_time')?.value

const expectNothingOpen = ({ listeners, timers }: FlowHarness) => {
  expect([listeners.now, timers.now]).toEqual([0, 0])
}

describe('sending T0', () => {
  it.each([
    ['documented', true],
    ['sampled', true],
    ['documented', false],
    ['sampled', false],
  ] as const)(
    'makes the lock accept offline passwords (%s answers, data points: %s)',
    async (shape, dataPoints) => {
      const harness = createGateHarness({ shape, dataPoints })
      const { clock, flow, type } = harness
      expect(type(PIN)).toBe('wrong')
      expect(await settle(clock, flow.sendT0())).toEqual({
        pairedAtMs: gardenGate.pairedAt * 1000,
        sent: true,
      })
      expect(t0Of(harness)).toBe('1700000600')
      expect(type(PIN)).toBe('opened')
      expectNothingOpen(harness)
    },
  )

  it('is skipped if the lock already has T0', async () => {
    const harness = createGateHarness()
    const { clock, flow, steps } = harness
    await settle(clock, flow.sendT0())
    expect(await settle(clock, flow.sendT0())).toMatchObject({ sent: false })
    expect(steps).toEqual(['device.getListByIds', SEND, 'device.getListByIds'])
  })

  it('replaces the T0 of an earlier pairing', async () => {
    const harness = createGateHarness()
    harness.lock.status.push({ code: 'password_offline_time', value: '1600000000' })
    expect(harness.type(PIN)).toBe('wrong')
    expect(await settle(harness.clock, harness.flow.sendT0())).toMatchObject({ sent: true })
    expect(harness.type(PIN)).toBe('opened')
  })

  it('uses the hexadecimal format of document 001 if requested', async () => {
    const harness = createGateHarness()
    await settle(harness.clock, harness.flow.sendT0({ format: 'hexadecimal' }))
    expect(t0Of(harness)).toBe('6553f358')
    expect(t0Of(harness)).toBe(t0Hex(gardenGate.pairedAt))
    // The simulated lock reads decimal digits.
    expect(harness.type(PIN)).toBe('wrong')
  })

  it('accepts the time of pairing from the host if the panel does not support the mini-program', async () => {
    const harness = createGateHarness({ families: ['panel'] })
    const { clock, flow, steps } = harness
    expect(await failureOf(clock, flow.sendT0())).toMatchObject({ kind: 'unsupported' })
    const pairedAtMs = gardenGate.pairedAt * 1000 + 400
    expect(await settle(clock, flow.sendT0({ pairedAtMs }))).toEqual({
      pairedAtMs: gardenGate.pairedAt * 1000,
      sent: true,
    })
    expect(steps).toEqual([SEND])
  })

  it.each([0, 1_700_000_600, Number.NaN])('rejects %d as pairedAtMs', async (pairedAtMs) => {
    const { clock, flow, steps } = createGateHarness()
    expect(await failureOf(clock, flow.sendT0({ pairedAtMs }))).toMatchObject({ kind: 'params' })
    expect(steps).toEqual([])
  })

  it('succeeds if the report is lost and the status shows T0', async () => {
    const harness = createGateHarness()
    harness.begin({ step: 1, fault: 'drop-after' })
    expect(await settle(harness.clock, harness.flow.sendT0())).toMatchObject({ sent: true })
    expect(harness.steps).toEqual(['device.getListByIds', SEND, 'device.status'])
    expectNothingOpen(harness)
  })

  it.each([true, false])(
    'times out if the lock is asleep (data points: %s)',
    async (dataPoints) => {
      const harness = createGateHarness({ dataPoints })
      harness.lock.asleepUntilMs = harness.clock.now() + 60_000
      const error = await failureOf(harness.clock, harness.flow.sendT0())
      expect(error).toMatchObject({ kind: 'timeout', delivery: 'unknown' })
      expectNothingOpen(harness)
      await pass(harness.clock, 60_000)
      expect(await settle(harness.clock, harness.flow.sendT0())).toMatchObject({ sent: false })
    },
  )

  it('can be cancelled', async () => {
    const harness = createGateHarness()
    harness.lock.asleepUntilMs = Number.POSITIVE_INFINITY
    const { signal, cancel } = createCancellation()
    const sending = harness.flow.sendT0({ signal })
    const failed = failureOf(harness.clock, sending)
    await pass(harness.clock, 2_000)
    cancel()
    expect(await failed).toMatchObject({ kind: 'cancelled' })
    expectNothingOpen(harness)
  })

  it('sends nothing if it was cancelled before, and fails as not-sent', async () => {
    const harness = createGateHarness()
    const { signal, cancel } = createCancellation()
    cancel()
    harness.begin()
    expect(await failureOf(harness.clock, harness.flow.sendT0({ signal }))).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(harness.steps).toEqual([])
  })

  it('ends at once as not-sent if it is cancelled while the time of pairing is read from the cloud', async () => {
    const harness = createGateHarness()
    harness.simulator.faults.next('device.getListByIds', { slowMs: 8_000 })
    const { signal, cancel } = createCancellation()
    const startMs = harness.clock.now()
    const failed = failureOf(harness.clock, harness.flow.sendT0({ signal }))
    harness.clock.schedule(cancel, 100)
    expect(await failed).toMatchObject({ kind: 'cancelled', delivery: 'not-sent' })
    expect(harness.clock.now() - startMs).toBeLessThan(1_000)
    expectNothingOpen(harness)
  })

  it('rejects an unknown format', async () => {
    const { clock, flow } = createGateHarness()
    expect(await failureOf(clock, flow.sendT0({ format: 'octal' as never }))).toMatchObject({
      kind: 'params',
      action: 'offlinePasswords.sendT0',
    })
  })

  it('reports itself as the action of a time-out', async () => {
    const harness = createGateHarness()
    harness.lock.asleepUntilMs = Number.POSITIVE_INFINITY
    expect(await failureOf(harness.clock, harness.flow.sendT0())).toMatchObject({
      kind: 'timeout',
      action: 'offlinePasswords.sendT0',
    })
  })

  it('accepts hexadecimal digits in upper case from the lock', async () => {
    const harness = createGateHarness()
    const reports$ = new Subject<DpValues>()
    const flow = offlinePasswords(harness.panel, harness.deviceId, {
      ...harness.options,
      dataPoints: {
        reports$,
        send: (dps) =>
          new Observable((subscriber) => {
            subscriber.complete()
            const [value] = Object.values(dps)
            reports$.next({ password_offline_time: String(value).toUpperCase() })
          }),
      },
    })
    const sending = flow.sendT0({ format: 'hexadecimal', pairedAtMs: 0x6abcdef0 * 1000 })
    expect(await settle(harness.clock, sending)).toMatchObject({ sent: true })
  })

  it('is not supported on a lock without the data point', async () => {
    const { clock, flow } = createOfflineHarness({
      lock: frontDoor,
      families: ['mini-program'],
      dataPoints: true,
    })
    expect(await failureOf(clock, flow.sendT0())).toMatchObject({ kind: 'unsupported' })
  })

  it('is not supported without a channel to the data points', async () => {
    const { clock, flow } = createGateHarness({ families: ['panel'], dataPoints: false })
    const error = await failureOf(clock, flow.sendT0({ pairedAtMs: 1_700_000_600_000 }))
    expect(error).toMatchObject({ kind: 'unsupported', action: 'offlinePasswords.sendT0' })
  })

  it('distinguishes a missing lock from one without a time of pairing', async () => {
    const { clock, panel, options, simulator } = createGateHarness()
    const missingLock = offlinePasswords(panel, 'vdevo-nowhere', options)
    const missing = await failureOf(clock, missingLock.sendT0())
    expect(isLockError(missing) && missing.reason).toBe('no-such-lock')
    simulator.world.locks.push({ ...simulator.lock(gardenGate.id), id: 'new', pairedAt: 0 })
    const unpaired = await failureOf(clock, offlinePasswords(panel, 'new', options).sendT0())
    expect(isLockError(unpaired) && unpaired.reason).toBe('no-pairing-time')
  })

  it('hides the message of an error from the app', async () => {
    const { panel, deviceId, options, clock } = createGateHarness()
    const broken = {
      send: () =>
        new Observable<never>(() => {
          throw new Error('the key is secret-local-key')
        }),
      reports$: new Observable<never>(),
    }
    const flow = offlinePasswords(panel, deviceId, { ...options, dataPoints: broken })
    const error = await failureOf(clock, flow.sendT0())
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown' })
    expect(String(error)).not.toContain('secret')
    await flush()
  })
})
