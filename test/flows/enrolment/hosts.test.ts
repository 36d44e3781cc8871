import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { createClock, createSimulator } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import type { DataPoints } from '../../../src/data-points/data-points'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { tyDataPoints } from '../../../src/data-points/ty-data-points'
import { tySdkDataPoints } from '../../../src/data-points/ty-sdk-data-points'
import { enrolment } from '../../../src/flows/enrolment/enrolment'
import { nativeBridge } from '../../../src/transports/native-bridge'
import { START_MS } from '../support/flow-harness'
import { failureOf, pass, settle } from '../support/settle'
import { admin, frontDoor, gardenGate, SEEDED_METHODS } from './support'

const { id: deviceId } = gardenGate

/** A panel inside the vendor's app: its data points, and the number of listeners. */
const hosts = {
  ty: (simulator: ReturnType<typeof createSimulator>) => {
    const ty = simulator.asTy({ deviceId })
    const rows = Object.entries(gardenGate.dpIds).map(([code, id]) => ({ code, id }))
    return {
      dataPoints: tyDataPoints(ty, { deviceId, schema: dpSchema(rows) }),
      listenerCount: () => ty.listenerCount(),
    }
  },
  TYSdk: (simulator: ReturnType<typeof createSimulator>) => {
    const sdk = simulator.asTYSdk({ deviceId })
    return {
      dataPoints: tySdkDataPoints(sdk),
      listenerCount: () => sdk.event.listenerCount('deviceDataChange'),
    }
  },
} satisfies Record<
  string,
  (simulator: ReturnType<typeof createSimulator>) => {
    readonly dataPoints: DataPoints
    readonly listenerCount: () => number
  }
>

describe.each(Object.entries(hosts))('an enrolment through %s', (_, hostOf) => {
  const setUp = () => {
    const clock = createClock({ startMs: START_MS, frozen: true })
    const simulator = createSimulator({ clock })
    const panel = createPanel({
      actions: allActions,
      transport: simulator.asTransport(),
      clock,
    })
    const { dataPoints, listenerCount } = hostOf(simulator)
    const { enrol } = enrolment(panel, deviceId, {
      type: 'ble',
      clock,
      dataPoints,
    })
    return { clock, simulator, lock: simulator.lock(deviceId), enrol, listenerCount }
  }

  it('listens to the host only while it runs', async () => {
    const { clock, enrol, listenerCount } = setUp()
    const done: unknown[] = []
    const attempt = enrol({ type: 'fingerprint', user: admin.userId })
    attempt.state$.subscribe((state) => {
      if (state.step === 'enrolling') done.push([state.done, state.total])
    })
    await pass(clock, 1_000)
    expect(listenerCount()).toBe(1)
    expect(await settle(clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(done).toEqual([0, 1, 2, 3, 4, 5].map((count) => [count, 5]))
    expect(listenerCount()).toBe(0)
  })

  it('stops the lock on cancel and removes its listener', async () => {
    const { clock, lock, enrol, listenerCount } = setUp()
    const attempt = enrol({ type: 'card', user: admin.userId })
    await pass(clock, 1_000)
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    expect(lock.enrolment).toBeUndefined()
    expect(lock.opmodes).toHaveLength(SEEDED_METHODS)
    expect(listenerCount()).toBe(0)
  })

  it('fails with a transport error if the app cannot reach the lock', async () => {
    const { clock, lock, enrol, listenerCount } = setUp()
    lock.online = false
    const attempt = enrol({ type: 'card', user: admin.userId })
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'transport' })
    expect(listenerCount()).toBe(0)
  })
})

describe('an enrolment on a Wi-Fi lock', () => {
  it('uses the routes that the app signs, and polls the lists', async () => {
    const clock = createClock({ startMs: START_MS, frozen: true })
    const simulator = createSimulator({ clock })
    const panel = createPanel({
      actions: allActions,
      transport: nativeBridge(simulator.asTy({ deviceId: frontDoor.id })),
      clock,
    })
    const { enrol } = enrolment(panel, frontDoor.id, { type: 'wifi', clock })
    const attempt = enrol({ type: 'fingerprint', user: admin.userId })
    expect(await settle(clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })
})
