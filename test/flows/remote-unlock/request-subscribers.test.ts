import { NEVER, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DpValues } from '../../../src/data-points/data-points'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import type { DoorRequest } from '../../../src/flows/remote-unlock/requests'
import { START_MS } from '../support/flow-harness'
import { pass } from '../support/settle'
import { createDoorHarness } from './door-harness'

const { frontDoor } = seed.locks

describe('a subscriber to requests$', () => {
  const createReportingHarness = (families: readonly 'mini-program'[] = ['mini-program']) => {
    const reports$ = new Subject<DpValues>()
    const harness = createDoorHarness(
      { lock: frontDoor, families },
      { dataPoints: { send: () => NEVER, reports$ } },
    )
    return { ...harness, reports$ }
  }
  const subscribe = (
    { door }: ReturnType<typeof createReportingHarness>,
    onRequest: (request: DoorRequest) => void = () => {},
  ) => {
    const emitted: (number | 'complete')[] = []
    const subscription = door.requests$.subscribe({
      next: (request) => {
        emitted.push(request.asks ? request.secondsLeft : 0)
        onRequest(request)
      },
      complete: () => emitted.push('complete'),
    })
    return { emitted, stop: () => subscription.unsubscribe() }
  }

  it('first receives the request from before its subscription', async () => {
    const harness = createReportingHarness()
    harness.simulator.askToUnlock(harness.deviceId, 30)
    await pass(harness.clock, 1_000)
    const { emitted, stop } = subscribe(harness)
    await pass(harness.clock, 2_000)
    expect(emitted).toEqual([30, 29, 28])
    stop()
    expect([harness.timers.now, harness.reports$.observed]).toEqual([0, false])
  })

  it('receives a report of the lock instead of a late answer of the cloud', async () => {
    const harness = createReportingHarness()
    harness.simulator.askToUnlock(harness.deviceId, 30)
    harness.simulator.faults.next('device.status', { slowMs: 2_000 })
    const { emitted, stop } = subscribe(harness)
    await pass(harness.clock, 500)
    harness.reports$.next({ unlock_request: 0 })
    await pass(harness.clock, 5_000)
    expect(emitted).toEqual([])
    stop()
  })

  it('receives reports also if device.status is not supported or fails', async () => {
    const unsupported = createReportingHarness([])
    const { emitted, stop } = subscribe(unsupported)
    unsupported.reports$.next({ unlock_request: 2 })
    await pass(unsupported.clock, 3_000)
    expect(emitted).toEqual([2, 1, 0])
    stop()
    const forbidden = createReportingHarness()
    forbidden.simulator.faults.always('device.status', { vendorCode: 1106 })
    const readable = subscribe(forbidden)
    await pass(forbidden.clock, 10_000)
    forbidden.reports$.next({ unlock_request: 1 })
    await pass(forbidden.clock, 1_000)
    expect(readable.emitted).toEqual([1, 0])
    readable.stop()
    expect(forbidden.timers.now).toBe(0)
  })

  it('receives one end if a report ends the request during an emission, and no timer remains', async () => {
    const harness = createReportingHarness()
    let isFirst = true
    const { emitted, stop } = subscribe(harness, ({ asks }) => {
      if (asks && isFirst) harness.reports$.next({ unlock_request: 0 })
      isFirst = false
    })
    harness.reports$.next({ unlock_request: 5 })
    await pass(harness.clock, 8_000)
    expect(emitted).toEqual([5, 0])
    expect(harness.timers.now).toBe(0)
    stop()
  })

  it('receives only the new request if it is reported during an emission', async () => {
    for (const seconds of [3, 5]) {
      const harness = createReportingHarness()
      const { emitted, stop } = subscribe(harness, (request) => {
        if (request.asks && request.secondsLeft === 5)
          harness.reports$.next({ unlock_request: seconds })
      })
      harness.reports$.next({ unlock_request: 5 })
      await pass(harness.clock, 8_000)
      expect(emitted).toEqual(seconds === 3 ? [5, 3, 2, 1, 0] : [5, 4, 3, 2, 1, 0])
      expect(harness.timers.now).toBe(0)
      stop()
    }
  })

  it('receives no extra seconds if the clock of the phone is set back', async () => {
    const harness = createReportingHarness()
    let offsetMs = 0
    const { clock: scheduler = harness.clock } = harness.options
    const door = remoteUnlock(harness.panel, harness.deviceId, {
      ...harness.options,
      clock: { now: () => scheduler.now() + offsetMs, schedule: scheduler.schedule },
    })
    const requests: DoorRequest[] = []
    const subscription = door.requests$.subscribe((request) => requests.push(request))
    harness.reports$.next({ unlock_request: 5 })
    await pass(harness.clock, 1_500)
    offsetMs = -3_600_000
    await pass(harness.clock, 6_000)
    expect(requests.map((request) => (request.asks ? request.secondsLeft : 0))).toEqual([
      5, 4, 3, 2, 1, 0,
    ])
    expect(requests[2]).toMatchObject({ expiresAtMs: START_MS + offsetMs + 5_000 })
    subscription.unsubscribe()
    expect(harness.timers.now).toBe(0)
  })

  it('receives the completion if the data points complete', async () => {
    const harness = createReportingHarness()
    const { emitted } = subscribe(harness)
    harness.reports$.next({ unlock_request: 5 })
    await pass(harness.clock, 1_000)
    harness.reports$.complete()
    expect(emitted).toEqual([5, 4, 'complete'])
    expect(harness.timers.now).toBe(0)
  })
})
