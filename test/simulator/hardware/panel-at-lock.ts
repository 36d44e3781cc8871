import { onTestFinished } from 'vitest'
import { createClock, createSimulator, type MovableClock, seed } from '../../../simulator/index'
import type { DataPoints, DpValues } from '../../../src/data-points/data-points'
import { dpSchema } from '../../../src/data-points/dp-schema'
import {
  type UnlockMethodCreate,
  unlockMethodCreate,
} from '../../../src/data-points/raw/unlock-method-create'
import { permanent } from '../../../src/data-points/raw/validity'
import { tyDataPoints } from '../../../src/data-points/ty-data-points'
import { tySdkDataPoints } from '../../../src/data-points/ty-sdk-data-points'
import { START_MS } from '../client'

export const { gardenGate, loft, frontDoor } = seed.locks

export type Host = 'TYSdk' | 'ty'
export const hosts: readonly Host[] = ['TYSdk', 'ty']

/** The data points of a lock through a fake host; collects reports and failures. */
export const panelAt = (host: Host, deviceId: string = gardenGate.id) => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const simulator = createSimulator({ clock })
  const lock = simulator.lock(deviceId)
  const rows = Object.entries(lock.dpIds).map(([code, id]) => ({ code, id }))
  const dataPoints: DataPoints =
    host === 'TYSdk'
      ? tySdkDataPoints(simulator.asTYSdk({ deviceId }))
      : tyDataPoints(simulator.asTy({ deviceId }), { deviceId, schema: dpSchema(rows) })
  const reports: DpValues[] = []
  const failures: unknown[] = []
  const subscription = dataPoints.reports$.subscribe((report) => reports.push(report))
  onTestFinished(() => subscription.unsubscribe())
  return {
    clock,
    simulator,
    lock,
    failures,
    /** The reported values of one data point. */
    reportsOf: (code: string): readonly unknown[] =>
      reports.filter((report) => code in report).map((report) => report[code]),
    /** Sends, runs promises, and advances the clock by `waitMs`. */
    send: async (dps: DpValues, waitMs = 1_000): Promise<void> => {
      dataPoints.send(dps).subscribe({ error: (error) => failures.push(error) })
      await settled(clock)
      clock.advance(waitMs)
      await settled(clock)
    },
  }
}

/** Hosts answer by promises and by the clock: runs both without advancing the time. */
export const settled = async (clock: MovableClock): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(0)
  }
}

export const enrolCommand = (more: Partial<UnlockMethodCreate> = {}): DpValues => ({
  unlock_method_create: unlockMethodCreate.encode({
    type: 'fingerprint',
    stage: 'start',
    isAdmin: false,
    memberId: 1,
    hardId: 'new',
    validity: permanent,
    times: 0,
    pin: '',
    ...more,
  }),
})
