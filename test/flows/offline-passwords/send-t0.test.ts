import { Observable, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { t0Hex } from '../../../actions/mini-program/device/t0'
import { seed } from '../../../simulator'
import { isLockError } from '../../../src/core/errors/lock-error'
import type { DpValues } from '../../../src/data-points/data-points'
import { offlinePasswords } from '../../../src/flows/offline-passwords/offline-passwords'
import { createCancellation } from '../../../src/flows/shared/cancellation'
import { failureOf, flush, pass, settle } from '../support/settle'
import type { Stage } from '../support/stage'
import { offlineStage } from './offline-stage'

const { gardenGate, frontDoor } = seed.locks
const SEND = 'send password_offline_time'
const PIN = '5551112223'

/** A Bluetooth lock that was not told T0 yet, and a password that the cloud issued for it. */
const atTheGate = (options: Parameters<typeof offlineStage>[0] = {}) => {
  const stage = offlineStage({
    lock: gardenGate,
    families: ['mini-program'],
    dataPoints: true,
    ...options,
  })
  stage.simulator.world.offlinePasswords.push({
    id: '1',
    lockId: gardenGate.id,
    name: '',
    pin: PIN,
    kind: 'multiple',
    effectiveTime: stage.clock.now() / 1000 - 1,
    invalidTime: stage.clock.now() / 1000 + 86_400,
    revoked: false,
  })
  return stage
}

const t0Of = ({ lock }: Pick<Stage, 'lock'>) =>
  lock.status.find(({ code }) => code === 'password_offline_time')?.value

const nothingIsLeft = ({ listeners, timers }: Stage) => {
  expect([listeners.now, timers.now]).toEqual([0, 0])
}

describe('T0', () => {
  it.each([
    ['documented', true],
    ['sampled', true],
    ['documented', false],
    ['sampled', false],
  ] as const)(
    'makes the lock accept offline passwords: %s answers, data points %s',
    async (shape, dataPoints) => {
      const stage = atTheGate({ shape, dataPoints })
      const { clock, flow, type } = stage
      expect(type(PIN)).toBe('wrong')
      expect(await settle(clock, flow.sendT0())).toEqual({
        pairedAtMs: gardenGate.pairedAt * 1000,
        sent: true,
      })
      expect(t0Of(stage)).toBe('1700000600')
      expect(type(PIN)).toBe('opened')
      nothingIsLeft(stage)
    },
  )

  it('is sent once: a lock that has it is left alone', async () => {
    const stage = atTheGate()
    const { clock, flow, steps } = stage
    await settle(clock, flow.sendT0())
    expect(await settle(clock, flow.sendT0())).toMatchObject({ sent: false })
    expect(steps).toEqual(['device.getListByIds', SEND, 'device.getListByIds'])
  })

  it('is sent anew where the lock has that of an earlier pairing', async () => {
    const stage = atTheGate()
    stage.lock.status.push({ code: 'password_offline_time', value: '1600000000' })
    expect(stage.type(PIN)).toBe('wrong')
    expect(await settle(stage.clock, stage.flow.sendT0())).toMatchObject({ sent: true })
    expect(stage.type(PIN)).toBe('opened')
  })

  it('goes out as document 001 words it where a lock wants it so', async () => {
    const stage = atTheGate()
    await settle(stage.clock, stage.flow.sendT0({ format: 'hexadecimal' }))
    expect(t0Of(stage)).toBe('6553f358')
    expect(t0Of(stage)).toBe(t0Hex(gardenGate.pairedAt))
    // The simulated one reads decimal digits.
    expect(stage.type(PIN)).toBe('wrong')
  })

  it('may come from the host where the panel speaks no mini-program', async () => {
    const stage = atTheGate({ families: ['panel'] })
    const { clock, flow, steps } = stage
    expect(await failureOf(clock, flow.sendT0())).toMatchObject({ kind: 'unsupported' })
    const pairedAtMs = gardenGate.pairedAt * 1000 + 400
    expect(await settle(clock, flow.sendT0({ pairedAtMs }))).toEqual({
      pairedAtMs: gardenGate.pairedAt * 1000,
      sent: true,
    })
    expect(steps).toEqual([SEND])
  })

  it.each([0, 1_700_000_600, Number.NaN])('refuses %d as milliseconds', async (pairedAtMs) => {
    const { clock, flow, steps } = atTheGate()
    expect(await failureOf(clock, flow.sendT0({ pairedAtMs }))).toMatchObject({ kind: 'params' })
    expect(steps).toEqual([])
  })

  it('is found in the status where its report is lost', async () => {
    const stage = atTheGate()
    stage.begin({ step: 1, fault: 'drop-after' })
    expect(await settle(stage.clock, stage.flow.sendT0())).toMatchObject({ sent: true })
    expect(stage.steps).toEqual(['device.getListByIds', SEND, 'device.status'])
    nothingIsLeft(stage)
  })

  it.each([true, false])(
    'that a sleeping lock does not take in time is a time-out, data points %s',
    async (dataPoints) => {
      const stage = atTheGate({ dataPoints })
      stage.lock.asleepUntilMs = stage.clock.now() + 60_000
      const error = await failureOf(stage.clock, stage.flow.sendT0())
      expect(error).toMatchObject({ kind: 'timeout', delivery: 'unknown' })
      nothingIsLeft(stage)
      await pass(stage.clock, 60_000)
      expect(await settle(stage.clock, stage.flow.sendT0())).toMatchObject({ sent: false })
    },
  )

  it('can be given up', async () => {
    const stage = atTheGate()
    stage.lock.asleepUntilMs = Number.POSITIVE_INFINITY
    const { signal, cancel } = createCancellation()
    const sending = stage.flow.sendT0({ signal })
    const failed = failureOf(stage.clock, sending)
    await pass(stage.clock, 2_000)
    cancel()
    expect(await failed).toMatchObject({ kind: 'cancelled' })
    nothingIsLeft(stage)
  })

  it('that was given up before it began sends nothing, and says so', async () => {
    const stage = atTheGate()
    const { signal, cancel } = createCancellation()
    cancel()
    stage.begin()
    expect(await failureOf(stage.clock, stage.flow.sendT0({ signal }))).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(stage.steps).toEqual([])
  })

  it('that is given up while the cloud is asked ends at once, and has sent nothing to the lock', async () => {
    const stage = atTheGate()
    stage.simulator.faults.next('device.getListByIds', { slowMs: 8_000 })
    const { signal, cancel } = createCancellation()
    const startMs = stage.clock.now()
    const failed = failureOf(stage.clock, stage.flow.sendT0({ signal }))
    stage.clock.scheduler.schedule(cancel, 100)
    expect(await failed).toMatchObject({ kind: 'cancelled', delivery: 'not-sent' })
    expect(stage.clock.now() - startMs).toBeLessThan(1_000)
    nothingIsLeft(stage)
  })

  it('names a format that there is not', async () => {
    const { clock, flow } = atTheGate()
    expect(await failureOf(clock, flow.sendT0({ format: 'octal' as never }))).toMatchObject({
      kind: 'params',
      action: 'offlinePasswords.sendT0',
    })
  })

  it('names itself where the lock is silent', async () => {
    const stage = atTheGate()
    stage.lock.asleepUntilMs = Number.POSITIVE_INFINITY
    expect(await failureOf(stage.clock, stage.flow.sendT0())).toMatchObject({
      kind: 'timeout',
      action: 'offlinePasswords.sendT0',
    })
  })

  it('understands a lock that writes hexadecimal digits as capitals', async () => {
    const stage = atTheGate()
    const reports$ = new Subject<DpValues>()
    const capitals = offlinePasswords(stage.panel, stage.deviceId, {
      ...stage.options,
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
    const sending = capitals.sendT0({ format: 'hexadecimal', pairedAtMs: 0x6abcdef0 * 1000 })
    expect(await settle(stage.clock, sending)).toMatchObject({ sent: true })
  })

  it('is of no use to a lock without the data point', async () => {
    const { clock, flow } = offlineStage({
      lock: frontDoor,
      families: ['mini-program'],
      dataPoints: true,
    })
    expect(await failureOf(clock, flow.sendT0())).toMatchObject({ kind: 'unsupported' })
  })

  it('says so where nothing leads to the lock', async () => {
    const { clock, flow } = atTheGate({ families: ['panel'], dataPoints: false })
    const error = await failureOf(clock, flow.sendT0({ pairedAtMs: 1_700_000_600_000 }))
    expect(error).toMatchObject({ kind: 'unsupported', action: 'offlinePasswords.sendT0' })
  })

  it('tells apart a lock that is not there and one that was never paired', async () => {
    const { clock, panel, options, simulator } = atTheGate()
    const nobody = offlinePasswords(panel, 'vdevo-nowhere', options)
    const missing = await failureOf(clock, nobody.sendT0())
    expect(isLockError(missing) && missing.reason).toBe('no-such-lock')
    simulator.world.locks.push({ ...simulator.lock(gardenGate.id), id: 'new', pairedAt: 0 })
    const unpaired = await failureOf(clock, offlinePasswords(panel, 'new', options).sendT0())
    expect(isLockError(unpaired) && unpaired.reason).toBe('no-pairing-time')
  })

  it('hides what a way of the app throws', async () => {
    const { panel, deviceId, options, clock } = atTheGate()
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
