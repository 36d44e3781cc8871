import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createClock, createSimulator, seed } from '../../simulator'
import type { DpConnection } from '../../src/data-points/data-points'
import { dpSchema } from '../../src/data-points/dp-schema'
import { type OnlineEvent, tyDataPoints } from '../../src/data-points/ty-data-points'
import { tySdkDataPoints } from '../../src/data-points/ty-sdk-data-points'
import { failureOf, settle } from '../flows/support/settle'

const { garage } = seed.locks
const schema = dpSchema(Object.entries(garage.dpIds).map(([code, id]) => ({ code, id })))
const deviceId = garage.id

const createHosts = () => {
  const clock = createClock({ frozen: true })
  const simulator = createSimulator({ clock })
  return { clock, ty: simulator.asTy({ deviceId }), sdk: simulator.asTYSdk({ deviceId }) }
}

describe('what a host knows of a lock', () => {
  it('has the last reported values by code and whether it is online, over ty and TYSdk', async () => {
    const { clock, ty, sdk } = createHosts()
    const expected = { online: true, dps: { lock_motor_state: false, residual_electricity: 87 } }
    for (const dataPoints of [tyDataPoints(ty, { deviceId, schema }), tySdkDataPoints(sdk)]) {
      const snapshot = await settle(clock, dataPoints.current?.() ?? Promise.reject())
      expect(snapshot).toMatchObject(expected)
      expect(Object.values(snapshot.dps)).not.toContain(undefined)
    }
  })

  it('fails with the code of the app for another device, and with a TransportError without an object', async () => {
    const { clock, ty, sdk } = createHosts()
    const other = tyDataPoints(ty, { deviceId: 'other', schema })
    expect(await failureOf(clock, other.current?.() ?? Promise.resolve())).toMatchObject({
      kind: 'vendor',
      code: 20001,
    })
    const device = { ...sdk.device, getDeviceInfo: async () => 'garbage' }
    const silent = tySdkDataPoints({ ...sdk, device })
    expect(await failureOf(clock, silent.current?.() ?? Promise.resolve())).toMatchObject({
      kind: 'transport',
    })
  })

  it('is absent on a host that does not tell', () => {
    const { ty, sdk } = createHosts()
    const { getDeviceInfo: _, ...device } = ty.device
    const oldTy = tyDataPoints({ device }, { deviceId, schema })
    expect([oldTy.current, oldTy.connection$]).toEqual([undefined, undefined])
    const { getDeviceInfo: __, ...sdkDevice } = sdk.device
    expect(tySdkDataPoints({ ...sdk, device: sdkDevice }).current).toBeUndefined()
  })

  it('reads the route from the bits of onlineType, the shortest first', async () => {
    const { clock, ty } = createHosts()
    const viaOf = async (onlineType: number) => {
      const device = {
        ...ty.device,
        getDeviceOnlineType: ({ success }: { success(answer: unknown): void }) =>
          success({ onlineType }),
      }
      const { current } = tyDataPoints({ device }, { deviceId, schema })
      return (await settle(clock, current?.() ?? Promise.reject())).via
    }
    expect(await Promise.all([1, 7, 5, 8, 0].map(viaOf))).toEqual([
      'cloud',
      'local',
      'bluetooth',
      'bluetooth',
      undefined,
    ])
  })
})

describe('changes of the connection', () => {
  it('come from the online events of ty for this lock, and leave no listener', () => {
    const { ty } = createHosts()
    const events = new Subject<OnlineEvent>()
    const listeners = new Map<unknown, { unsubscribe(): void }>()
    const device = {
      ...ty.device,
      onDeviceOnlineStatusUpdate: (listener: (event: OnlineEvent) => void) =>
        listeners.set(listener, events.subscribe(listener)),
      offDeviceOnlineStatusUpdate: (listener: unknown) => {
        listeners.get(listener)?.unsubscribe()
        listeners.delete(listener)
      },
    }
    const changes: DpConnection[] = []
    const { connection$ } = tyDataPoints({ device }, { deviceId, schema })
    const subscription = connection$?.subscribe((change) => changes.push(change))
    events.next({ deviceId: 'other', online: true })
    events.next({ deviceId, online: true, onlineType: 4 })
    events.next({ deviceId, online: false })
    expect(changes).toEqual([{ online: true, via: 'bluetooth' }, { online: false }])
    subscription?.unsubscribe()
    expect(listeners.size).toBe(0)
  })

  it('come from the event deviceOnline of TYSdk, and leave no listener', () => {
    const { sdk } = createHosts()
    const changes: DpConnection[] = []
    const subscription = tySdkDataPoints(sdk).connection$?.subscribe((one) => changes.push(one))
    sdk.event.emit('deviceDataChange', { type: 'dpData', payload: { deviceOnline: true } })
    sdk.event.emit('deviceDataChange', { type: 'deviceOnline', payload: { deviceOnline: false } })
    sdk.event.emit('deviceDataChange', { type: 'deviceOnline', payload: 'garbage' })
    expect(changes).toEqual([{ online: false }])
    subscription?.unsubscribe()
    expect(sdk.event.listenerCount('deviceDataChange')).toBe(0)
  })
})
