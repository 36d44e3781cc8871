import { describe, expect, it } from 'vitest'
import { createSimulator, seed } from '../../simulator'
import type { DataPoints } from '../../src/data-points/data-points'
import { dpSchema } from '../../src/data-points/dp-schema'
import { tyDataPoints } from '../../src/data-points/ty-data-points'
import { tySdkDataPoints } from '../../src/data-points/ty-sdk-data-points'

const { id: deviceId, dpIds } = seed.locks.gardenGate
const LISTENERS = 1_000

interface Host {
  readonly dataPoints: DataPoints
  listenerCount(): number
  /** Adds a listener of another part of the panel. */
  addOtherListener(listener: () => void): void
}

const hosts: Readonly<Record<string, () => Host>> = {
  TYSdk: () => {
    const sdk = createSimulator().asTYSdk({ deviceId })
    return {
      dataPoints: tySdkDataPoints(sdk),
      listenerCount: () => sdk.event.listenerCount('deviceDataChange'),
      addOtherListener: (listener) => sdk.event.on('deviceDataChange', listener),
    }
  },
  ty: () => {
    const ty = createSimulator().asTy({ deviceId })
    const schema = dpSchema(Object.entries(dpIds).map(([code, id]) => ({ code, id })))
    return {
      dataPoints: tyDataPoints(ty, { deviceId, schema }),
      listenerCount: ty.listenerCount,
      addOtherListener: (listener) => ty.device.onDpDataChange(listener),
    }
  },
}

describe.each(Object.entries(hosts))('data points over %s', (_, makeHost) => {
  it(`leave no listener after ${LISTENERS} subscriptions in sequence`, () => {
    const { dataPoints, listenerCount, addOtherListener } = makeHost()
    addOtherListener(() => undefined)
    const before = listenerCount()
    for (let count = 0; count < LISTENERS; count++) dataPoints.reports$.subscribe().unsubscribe()
    expect(listenerCount()).toBe(before)
  })

  it(`leave no listener after ${LISTENERS} concurrent subscriptions`, () => {
    const { dataPoints, listenerCount, addOtherListener } = makeHost()
    addOtherListener(() => undefined)
    const before = listenerCount()
    const open = Array.from({ length: LISTENERS }, () => dataPoints.reports$.subscribe())
    expect(listenerCount()).toBe(before + LISTENERS)
    for (const subscription of open) subscription.unsubscribe()
    expect(listenerCount()).toBe(before)
  })
})
