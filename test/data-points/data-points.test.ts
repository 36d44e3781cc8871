import { firstValueFrom, lastValueFrom, toArray } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import type { DpValues } from '../../src/data-points/data-points'
import { dpSchema } from '../../src/data-points/dp-schema'
import { tyDataPoints } from '../../src/data-points/ty-data-points'
import { tySdkDataPoints } from '../../src/data-points/ty-sdk-data-points'
import { failure } from '../support/panels'
import { fakeDevice } from './fake-device'
import { dpHosts } from './hosts'

const password = '01610c0b0061ae337f0000000000000000000006010203040506'

describe.each(Object.entries(dpHosts))('data points over %s', (_, hostOf) => {
  const setUp = () => {
    const device = fakeDevice()
    const host = hostOf(device)
    const emitted: DpValues[] = []
    const send = (dps: DpValues) => lastValueFrom(host.dataPoints.send(dps).pipe(toArray()))
    return { device, host, emitted, send }
  }

  it('are sent by code and delivered by the ids of the lock, once for each subscription', async () => {
    const { device, host, send } = setUp()
    host.dataPoints.send({ unlock_fingerprint: 1 })
    expect(device.received).toEqual([])
    expect(await send({ unlock_fingerprint: 1, temporary_password_delete: '02' })).toEqual([])
    expect(device.received).toEqual([{ 12: 1, 52: '02' }])
  })

  it.each(['unlock_card', '12', 'option', 'toString'])(
    'are not sent when the lock does not have the code: %s',
    async (code) => {
      const { device, send } = setUp()
      const error = await failure(send({ unlock_fingerprint: 1, [code]: password }))
      expect(error).toMatchObject({ kind: 'unsupported' })
      expect(String(error)).toContain(code)
      expect(String(error)).not.toContain(password)
      expect(device.received).toEqual([])
    },
  )

  it('fail without their values in the error when the lock is unreachable', async () => {
    const { device, send } = setUp()
    device.isReachable = false
    const error = await failure(send({ temporary_password_delete: password }))
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown' })
    expect(String(error)).toContain('temporary_password_delete')
    expect(String(error)).not.toContain(password)
  })

  it('are reported by code; an unknown id is omitted', () => {
    const { device, host, emitted } = setUp()
    host.dataPoints.reports$.subscribe((report) => emitted.push(report))
    device.reports$.next({ 12: 3, 250: 'aa' })
    device.reports$.next({ 250: 'aa' })
    device.reports$.next({ 52: '0200' })
    expect(emitted).toEqual([{ unlock_fingerprint: 3 }, { temporary_password_delete: '0200' }])
  })

  it('are emitted to every subscriber, and to none that has unsubscribed', () => {
    const { device, host, emitted } = setUp()
    const first = host.dataPoints.reports$.subscribe(() => emitted.push({ first: true }))
    host.dataPoints.reports$.subscribe(() => emitted.push({ second: true }))
    device.reports$.next({ 12: 1 })
    first.unsubscribe()
    device.reports$.next({ 12: 1 })
    expect(emitted).toEqual([{ first: true }, { second: true }, { second: true }])
  })

  it('keep no listener after 1,000 subscriptions, and do not remove the listener of the page', () => {
    const { device, host } = setUp()
    const pageEvents = host.addPageListener()
    const before = host.listenerCount()
    const open = Array.from({ length: 1000 }, () => host.dataPoints.reports$.subscribe())
    expect(host.listenerCount()).toBe(before + 1000)
    for (const subscription of open) subscription.unsubscribe()
    expect(host.listenerCount()).toBe(before)
    device.reports$.next({ 12: 1 })
    expect(pageEvents).toHaveLength(1)
  })
})

describe('data points over TYSdk', () => {
  const event = { on: vi.fn(), off: vi.fn() }
  const over = (putDeviceData: (dps: DpValues) => PromiseLike<unknown>, schema = {}) =>
    lastValueFrom(
      tySdkDataPoints({ device: { putDeviceData }, event }, schema)
        .send({ unlock_fingerprint: 1 })
        .pipe(toArray()),
    )

  it('never remove a listener other than their own', () => {
    const subscription = tySdkDataPoints({ device: { putDeviceData: vi.fn() }, event })
    subscription.reports$.subscribe().unsubscribe()
    const [[, listener] = []] = event.on.mock.calls
    expect(listener).toBeTypeOf('function')
    expect(event.off.mock.calls).toEqual([['deviceDataChange', listener]])
  })

  it.each([
    { type: 'devInfo', payload: { name: 'door' } },
    { type: 'deviceOnline', payload: { deviceOnline: false } },
    { type: 'dpData' },
    { type: 'dpData', payload: {} },
    undefined,
  ])('do not emit another event as a report: %j', async (change) => {
    const listeners: ((event: unknown) => void)[] = []
    const host = {
      device: { putDeviceData: vi.fn() },
      event: {
        on: (_: string, listener: (event: unknown) => void) => listeners.push(listener),
        off: vi.fn(),
      },
    }
    const report = firstValueFrom(tySdkDataPoints(host).reports$)
    listeners[0]?.(change)
    listeners[0]?.({ type: 'dpData', payload: { unlock_fingerprint: 1 } })
    expect(await report).toEqual({ unlock_fingerprint: 1 })
  })

  it('reject a code that is missing from the schema, and accept any code without a schema', async () => {
    const putDeviceData = vi.fn(async () => ({ success: true }))
    const schema = dpSchema([{ code: 'unlock_card', id: '15' }])
    expect(await failure(over(putDeviceData, { schema }))).toMatchObject({ kind: 'unsupported' })
    expect(putDeviceData).not.toHaveBeenCalled()
    expect(await over(putDeviceData)).toEqual([])
  })

  it('fail with an unknown delivery when the app answers success: false', async () => {
    const error = await failure(over(async () => ({ success: false })))
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown' })
  })
})

describe('data points over ty', () => {
  const schema = dpSchema([{ dp_code: 'unlock_fingerprint', dp_id: 1 }])
  const over = (
    publishDps: (init: {
      fail(failure: unknown): void
      success(isAccepted: unknown): void
    }) => void,
  ) =>
    tyDataPoints(
      { device: { publishDps, onDpDataChange: vi.fn(), offDpDataChange: vi.fn() } },
      { deviceId: 'vdevo1', schema },
    ).send({ unlock_fingerprint: password })

  it.each([
    [20007, { kind: 'transport', delivery: 'unknown' }],
    [20028, { kind: 'transport', delivery: 'unknown' }],
    [20001, { kind: 'vendor', code: 20001, containerCode: 20001 }],
    [20078, { kind: 'vendor', code: 20078, containerCode: 20078 }],
  ])('fail by the error code of the container: %d', async (errorCode, expected) => {
    const error = await failure(
      lastValueFrom(over(({ fail }) => fail({ errorCode, errorMsg: `no: ${password}` }))),
    )
    expect(error).toMatchObject(expected)
    expect(JSON.stringify(error) + String(error)).not.toContain(password)
  })

  it('fail with an unknown delivery when the app answers false', async () => {
    expect(await failure(lastValueFrom(over(({ success }) => success(false))))).toMatchObject({
      kind: 'transport',
      delivery: 'unknown',
    })
  })

  it('do not emit the reports of another device', () => {
    const listeners: ((event: { deviceId: string; dps: DpValues }) => void)[] = []
    const emitted: DpValues[] = []
    const host = {
      device: {
        publishDps: vi.fn(),
        onDpDataChange: (l: (typeof listeners)[0]) => listeners.push(l),
        offDpDataChange: vi.fn(),
      },
    }
    tyDataPoints(host, { deviceId: 'vdevo1', schema }).reports$.subscribe((report) =>
      emitted.push(report),
    )
    listeners[0]?.({ deviceId: 'vdevo2', dps: { 1: 'theirs' } })
    listeners[0]?.({ deviceId: 'vdevo1', dps: { 1: 'ours' } })
    expect(emitted).toEqual([{ unlock_fingerprint: 'ours' }])
  })
})

describe('the schema of a lock', () => {
  it('is decoded from the fields of the cloud and from the fields of a host', () => {
    const cloud = dpSchema([{ dp_code: 'unlock_password', dp_id: 12 }])
    const host = dpSchema([{ code: 'unlock_password', id: '2' }])
    expect([cloud.idOf('unlock_password'), host.idOf('unlock_password')]).toEqual(['12', '2'])
    expect([cloud.codeOf('12'), host.codeOf('2')]).toEqual(['unlock_password', 'unlock_password'])
  })

  it('has no id for a code with two ids', () => {
    const schema = dpSchema([
      { dp_code: 'unlock_password', dp_id: 12 },
      { dp_code: 'unlock_password', dp_id: 13 },
    ])
    expect(schema.idOf('unlock_password')).toBeUndefined()
  })
})
