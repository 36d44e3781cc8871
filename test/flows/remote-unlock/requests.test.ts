import { firstValueFrom, Subject, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DpValues } from '../../../src/data-points/data-points'
import type { DoorRequest } from '../../../src/flows/remote-unlock/requests'
import { failureOf, pass, settle } from '../support/settle'
import { commandsOf, createDoorHarness } from './door-harness'

const { frontDoor, garage } = seed.locks
const families = ['mini-program'] as const

/** Collects the emitted seconds of requests$, with 0 for the end of a request. */
const createSubscribedHarness = (dataPoints: boolean) => {
  const harness = createDoorHarness({ lock: frontDoor, families, dataPoints })
  const emitted: number[] = []
  const subscription = harness.door.requests$.subscribe((request) =>
    emitted.push(request.asks ? request.secondsLeft : 0),
  )
  const startRequest = (seconds?: number) =>
    harness.simulator.askToUnlock(harness.deviceId, seconds)
  return { ...harness, emitted, startRequest, stop: () => subscription.unsubscribe() }
}

describe('a request at the door', () => {
  it('is emitted with a countdown, and expires', async () => {
    const harness = createSubscribedHarness(true)
    harness.startRequest(4)
    await pass(harness.clock, 10_000)
    expect(harness.emitted).toEqual([4, 3, 2, 1, 0])
    expect(harness.timers.now).toBe(0)
    harness.startRequest(2)
    await pass(harness.clock, 10_000)
    expect(harness.emitted).toEqual([4, 3, 2, 1, 0, 2, 1, 0])
    harness.stop()
    expect(harness.listeners.now).toBe(0)
  })

  it('is emitted with the time of its expiry', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families, dataPoints: true })
    const requests: DoorRequest[] = []
    const subscription = harness.door.requests$.subscribe((request) => requests.push(request))
    harness.simulator.askToUnlock(harness.deviceId, 30)
    await pass(harness.clock, 2_000)
    const expiresAtMs = harness.clock.now() + 28_000
    expect(requests).toEqual(
      [30, 29, 28].map((secondsLeft) => ({ asks: true, secondsLeft, expiresAtMs })),
    )
    subscription.unsubscribe()
    expect(harness.timers.now).toBe(0)
  })

  it('is accepted with one command, and ends', async () => {
    const harness = createSubscribedHarness(true)
    harness.startRequest()
    await pass(harness.clock, 1_000)
    await settle(harness.clock, harness.door.accept().done)
    expect(harness.emitted).toEqual([30, 29, 0])
    expect(commandsOf(harness)).toEqual(['unlock'])
    expect(harness.lock.unlockRequestedAtMs).toBeUndefined()
    expect(harness.timers.now).toBe(0)
  })

  it('is accepted without a check whether the lock is online', async () => {
    const harness = createSubscribedHarness(true)
    harness.startRequest()
    await settle(harness.clock, harness.door.accept().done)
    expect(harness.steps).not.toContain('device.getListByIds')
  })

  it('is rejected once for a double tap', async () => {
    const harness = createSubscribedHarness(true)
    harness.startRequest()
    await settle(harness.clock, Promise.all([harness.door.reject(), harness.door.reject()]))
    expect(harness.simulator.journal).toMatchObject([
      { command: 'refuse-unlock', detail: { type: 1 } },
    ])
    expect(harness.emitted).toEqual([30, 0])
  })

  it('continues with the reports of the lock, and emits each second once', async () => {
    const reports$ = new Subject<DpValues>()
    const harness = createDoorHarness(
      { lock: frontDoor, families },
      { dataPoints: { send: () => throwError(() => new Error()), reports$ } },
    )
    const emitted: DoorRequest[] = []
    const subscription = harness.door.requests$.subscribe((request) => emitted.push(request))
    for (const seconds of [10, 9, 8]) {
      reports$.next({ unlock_request: seconds })
      await pass(harness.clock, 1_000)
    }
    for (const value of ['9', -1, 1e9, null]) reports$.next({ unlock_request: value })
    reports$.next({ unlock_request: 0 })
    reports$.next({ unlock_request: 0 })
    expect(emitted.map((request) => (request.asks ? request.secondsLeft : 0))).toEqual([
      10, 9, 8, 7, 0,
    ])
    subscription.unsubscribe()
    expect([reports$.observed, harness.timers.now]).toEqual([false, 0])
  })

  it('leaves no timer after a subscriber has taken one value', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families, dataPoints: true })
    const first = settle(harness.clock, firstValueFrom(harness.door.requests$))
    harness.simulator.askToUnlock(harness.deviceId)
    expect(await first).toMatchObject({ asks: true, secondsLeft: 30 })
    expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
  })
})

describe('requests$ without data points', () => {
  it('completes when the panel is closed, and leaves no timer', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    let isComplete = false
    harness.door.requests$.subscribe({
      complete: () => {
        isComplete = true
      },
    })
    await pass(harness.clock, 4_000)
    harness.panel.close()
    await pass(harness.clock, 4_000)
    expect(isComplete).toBe(true)
    expect(harness.timers.now).toBe(0)
  })

  it('polls the cloud every three seconds while it has a subscriber', async () => {
    const harness = createSubscribedHarness(false)
    await pass(harness.clock, 1_000)
    harness.startRequest(8)
    await pass(harness.clock, 30_000)
    expect(harness.emitted).toEqual([8, 7, 6, 5, 4, 3, 2, 0])
    expect(harness.steps.length).toBeGreaterThan(9)
    const stepCount = harness.steps.length
    harness.stop()
    await pass(harness.clock, 30_000)
    expect(harness.steps).toHaveLength(stepCount)
    expect(harness.timers.now).toBe(0)
  })

  it('first emits a request from before the subscription', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    harness.simulator.askToUnlock(harness.deviceId)
    expect(await settle(harness.clock, firstValueFrom(harness.door.requests$))).toMatchObject({
      asks: true,
    })
    expect(harness.timers.now).toBe(0)
  })

  it('continues to poll after a failed read', async () => {
    const harness = createSubscribedHarness(false)
    harness.simulator.faults.next('device.status', { vendorCode: 1106 })
    await pass(harness.clock, 100)
    harness.startRequest()
    await pass(harness.clock, 7_000)
    expect(harness.emitted[0]).toBe(30)
    harness.stop()
  })

  it('emits the end at once after an answer of this panel', async () => {
    const harness = createSubscribedHarness(false)
    harness.startRequest()
    await pass(harness.clock, 3_000)
    const before = harness.emitted.length
    await settle(harness.clock, harness.door.reject())
    expect(harness.emitted.slice(before)).toEqual([0])
    harness.stop()
  })

  it('is not supported by a lock without requests', async () => {
    const harness = createDoorHarness({ lock: garage, families })
    expect(await failureOf(harness.clock, firstValueFrom(harness.door.requests$))).toMatchObject({
      kind: 'unsupported',
      action: 'remoteUnlock.requests$',
    })
  })
})

describe('requests$ with data points', () => {
  it('fails with an SdkError if the host fails', async () => {
    const harness = createDoorHarness(
      { lock: frontDoor, families },
      {
        dataPoints: {
          send: () => throwError(() => new Error()),
          reports$: throwError(() => new Error('secret')),
        },
      },
    )
    const error = await failureOf(harness.clock, firstValueFrom(harness.door.requests$))
    expect(error).toMatchObject({ kind: 'transport' })
    expect(String(error)).not.toContain('secret')
  })
})
