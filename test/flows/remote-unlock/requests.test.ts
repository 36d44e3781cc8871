import { firstValueFrom, Subject, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DpValues } from '../../../src/data-points/data-points'
import type { DoorRequest } from '../../../src/flows/remote-unlock/requests'
import { failureOf, pass, settle } from '../support/settle'
import { atDoor, ordersOf } from './door'

const { frontDoor, garage } = seed.locks
const families = ['mini-program'] as const

/** What somebody hears who listens at the door; the seconds that are left, 0 once nobody asks. */
const listening = (dataPoints: boolean) => {
  const stage = atDoor({ lock: frontDoor, families, dataPoints })
  const heard: number[] = []
  const subscription = stage.door.requests$.subscribe((request) =>
    heard.push(request.asks ? request.secondsLeft : 0),
  )
  const ask = (seconds?: number) => stage.simulator.askToUnlock(stage.deviceId, seconds)
  return { ...stage, heard, ask, stop: () => subscription.unsubscribe() }
}

describe('somebody who asks at the door', () => {
  it('is told with a countdown, and lapses by itself', async () => {
    const stage = listening(true)
    stage.ask(4)
    await pass(stage.clock, 10_000)
    expect(stage.heard).toEqual([4, 3, 2, 1, 0])
    expect(stage.timers.now).toBe(0)
    stage.ask(2)
    await pass(stage.clock, 10_000)
    expect(stage.heard).toEqual([4, 3, 2, 1, 0, 2, 1, 0])
    stage.stop()
    expect(stage.listeners.now).toBe(0)
  })

  it('is told with the time at which it lapses', async () => {
    const stage = atDoor({ lock: frontDoor, families, dataPoints: true })
    const requests: DoorRequest[] = []
    const subscription = stage.door.requests$.subscribe((request) => requests.push(request))
    stage.simulator.askToUnlock(stage.deviceId, 30)
    await pass(stage.clock, 2_000)
    const expiresAtMs = stage.clock.now() + 28_000
    expect(requests).toEqual(
      [30, 29, 28].map((secondsLeft) => ({ asks: true, secondsLeft, expiresAtMs })),
    )
    subscription.unsubscribe()
    expect(stage.timers.now).toBe(0)
  })

  it('is let in with one order, and asks no longer', async () => {
    const stage = listening(true)
    stage.ask()
    await pass(stage.clock, 1_000)
    await settle(stage.clock, stage.door.accept().done)
    expect(stage.heard).toEqual([30, 29, 0])
    expect(ordersOf(stage)).toEqual(['unlock'])
    expect(stage.lock.unlockRequestedAtMs).toBeUndefined()
    expect(stage.timers.now).toBe(0)
  })

  it('is let in without a look whether the lock is online: it has just asked', async () => {
    const stage = listening(true)
    stage.ask()
    await settle(stage.clock, stage.door.accept().done)
    expect(stage.steps).not.toContain('device.getListByIds')
  })

  it('is refused once, however often it is tapped', async () => {
    const stage = listening(true)
    stage.ask()
    await settle(stage.clock, Promise.all([stage.door.reject(), stage.door.reject()]))
    expect(stage.simulator.journal).toMatchObject([
      { command: 'refuse-unlock', detail: { type: 1 } },
    ])
    expect(stage.heard).toEqual([30, 0])
  })

  it('counts on with what the lock reports, and makes no two values of one', async () => {
    const reports$ = new Subject<DpValues>()
    const stage = atDoor(
      { lock: frontDoor, families },
      { dataPoints: { send: () => throwError(() => new Error()), reports$ } },
    )
    const heard: DoorRequest[] = []
    const listeningHere = stage.door.requests$.subscribe((request) => heard.push(request))
    for (const seconds of [10, 9, 8]) {
      reports$.next({ unlock_request: seconds })
      await pass(stage.clock, 1_000)
    }
    for (const value of ['9', -1, 1e9, null]) reports$.next({ unlock_request: value })
    reports$.next({ unlock_request: 0 })
    reports$.next({ unlock_request: 0 })
    expect(heard.map((request) => (request.asks ? request.secondsLeft : 0))).toEqual([
      10, 9, 8, 7, 0,
    ])
    listeningHere.unsubscribe()
    expect([reports$.observed, stage.timers.now]).toEqual([false, 0])
  })

  it('leaves no timer where one value is enough', async () => {
    const stage = atDoor({ lock: frontDoor, families, dataPoints: true })
    const first = settle(stage.clock, firstValueFrom(stage.door.requests$))
    stage.simulator.askToUnlock(stage.deviceId)
    expect(await first).toMatchObject({ asks: true, secondsLeft: 30 })
    expect([stage.listeners.now, stage.timers.now]).toEqual([0, 0])
  })
})

describe('without data points', () => {
  it('it ends with the panel, and leaves nothing', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    let isComplete = false
    stage.door.requests$.subscribe({
      complete: () => {
        isComplete = true
      },
    })
    await pass(stage.clock, 4_000)
    stage.panel.close()
    await pass(stage.clock, 4_000)
    expect(isComplete).toBe(true)
    expect(stage.timers.now).toBe(0)
  })

  it('the cloud is asked every three seconds, as long as somebody listens', async () => {
    const stage = listening(false)
    await pass(stage.clock, 1_000)
    stage.ask(8)
    await pass(stage.clock, 30_000)
    expect(stage.heard).toEqual([8, 7, 6, 5, 4, 3, 2, 0])
    expect(stage.steps.length).toBeGreaterThan(9)
    const asked = stage.steps.length
    stage.stop()
    await pass(stage.clock, 30_000)
    expect(stage.steps).toHaveLength(asked)
    expect(stage.timers.now).toBe(0)
  })

  it('a request that is there already is the first that is told', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    stage.simulator.askToUnlock(stage.deviceId)
    expect(await settle(stage.clock, firstValueFrom(stage.door.requests$))).toMatchObject({
      asks: true,
    })
    expect(stage.timers.now).toBe(0)
  })

  it('a look that fails is followed by the next', async () => {
    const stage = listening(false)
    stage.simulator.faults.next('device.status', { vendorCode: 1106 })
    await pass(stage.clock, 100)
    stage.ask()
    await pass(stage.clock, 7_000)
    expect(stage.heard[0]).toBe(30)
    stage.stop()
  })

  it('ends at once with an answer of this panel', async () => {
    const stage = listening(false)
    stage.ask()
    await pass(stage.clock, 3_000)
    const before = stage.heard.length
    await settle(stage.clock, stage.door.reject())
    expect(stage.heard.slice(before)).toEqual([0])
    stage.stop()
  })

  it('a lock that cannot ask is unsupported', async () => {
    const stage = atDoor({ lock: garage, families })
    expect(await failureOf(stage.clock, firstValueFrom(stage.door.requests$))).toMatchObject({
      kind: 'unsupported',
      action: 'remoteUnlock.requests$',
    })
  })
})

it('fails with an error of its own where the host fails', async () => {
  const stage = atDoor(
    { lock: frontDoor, families },
    {
      dataPoints: {
        send: () => throwError(() => new Error()),
        reports$: throwError(() => new Error('secret')),
      },
    },
  )
  const error = await failureOf(stage.clock, firstValueFrom(stage.door.requests$))
  expect(error).toMatchObject({ kind: 'transport' })
  expect(String(error)).not.toContain('secret')
})
