import { NEVER, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DpValues } from '../../../src/data-points/data-points'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import type { DoorRequest } from '../../../src/flows/remote-unlock/requests'
import { pass } from '../support/settle'
import { START_MS } from '../support/stage'
import { atDoor } from './door'

const { frontDoor } = seed.locks

describe('whoever listens for requests', () => {
  const speaking = (families: readonly 'mini-program'[] = ['mini-program']) => {
    const reports$ = new Subject<DpValues>()
    const stage = atDoor(
      { lock: frontDoor, families },
      { dataPoints: { send: () => NEVER, reports$ } },
    )
    return { ...stage, reports$ }
  }
  const listen = (
    { door }: ReturnType<typeof speaking>,
    and: (request: DoorRequest) => void = () => {},
  ) => {
    const heard: (number | 'complete')[] = []
    const subscription = door.requests$.subscribe({
      next: (request) => {
        heard.push(request.asks ? request.secondsLeft : 0)
        and(request)
      },
      complete: () => heard.push('complete'),
    })
    return { heard, stop: () => subscription.unsubscribe() }
  }

  it('hears first of who asked before it listened', async () => {
    const stage = speaking()
    stage.simulator.askToUnlock(stage.deviceId, 30)
    await pass(stage.clock, 1_000)
    const { heard, stop } = listen(stage)
    await pass(stage.clock, 2_000)
    expect(heard).toEqual([30, 29, 28])
    stop()
    expect([stage.timers.now, stage.reports$.observed]).toEqual([0, false])
  })

  it('hears rather of what the lock reports than of what the cloud shows late', async () => {
    const stage = speaking()
    stage.simulator.askToUnlock(stage.deviceId, 30)
    stage.simulator.faults.next('device.status', { slowMs: 2_000 })
    const { heard, stop } = listen(stage)
    await pass(stage.clock, 500)
    stage.reports$.next({ unlock_request: 0 })
    await pass(stage.clock, 5_000)
    expect(heard).toEqual([])
    stop()
  })

  it('needs no look that the panel or the lock has not, nor one that succeeds', async () => {
    const alone = speaking([])
    const { heard, stop } = listen(alone)
    alone.reports$.next({ unlock_request: 2 })
    await pass(alone.clock, 3_000)
    expect(heard).toEqual([2, 1, 0])
    stop()
    const forbidden = speaking()
    forbidden.simulator.faults.always('device.status', { vendorCode: 1106 })
    const there = listen(forbidden)
    await pass(forbidden.clock, 10_000)
    forbidden.reports$.next({ unlock_request: 1 })
    await pass(forbidden.clock, 1_000)
    expect(there.heard).toEqual([1, 0])
    there.stop()
    expect(forbidden.timers.now).toBe(0)
  })

  it('that answers the lock itself hears of nothing twice, and leaves no timer', async () => {
    const stage = speaking()
    let isFirst = true
    const { heard, stop } = listen(stage, ({ asks }) => {
      if (asks && isFirst) stage.reports$.next({ unlock_request: 0 })
      isFirst = false
    })
    stage.reports$.next({ unlock_request: 5 })
    await pass(stage.clock, 8_000)
    expect(heard).toEqual([5, 0])
    expect(stage.timers.now).toBe(0)
    stop()
  })

  it('that hears of a new request in between counts that one alone', async () => {
    for (const seconds of [3, 5]) {
      const stage = speaking()
      const { heard, stop } = listen(stage, (request) => {
        if (request.asks && request.secondsLeft === 5)
          stage.reports$.next({ unlock_request: seconds })
      })
      stage.reports$.next({ unlock_request: 5 })
      await pass(stage.clock, 8_000)
      expect(heard).toEqual(seconds === 3 ? [5, 3, 2, 1, 0] : [5, 4, 3, 2, 1, 0])
      expect(stage.timers.now).toBe(0)
      stop()
    }
  })

  it('hears no more seconds than before although the clock of the phone is set back', async () => {
    const stage = speaking()
    let offsetMs = 0
    const { scheduler = stage.clock.scheduler } = stage.options
    const door = remoteUnlock(stage.panel, stage.deviceId, {
      ...stage.options,
      scheduler: { now: () => scheduler.now() + offsetMs, schedule: scheduler.schedule },
    })
    const requests: DoorRequest[] = []
    const subscription = door.requests$.subscribe((request) => requests.push(request))
    stage.reports$.next({ unlock_request: 5 })
    await pass(stage.clock, 1_500)
    offsetMs = -3_600_000
    await pass(stage.clock, 6_000)
    expect(requests.map((request) => (request.asks ? request.secondsLeft : 0))).toEqual([
      5, 4, 3, 2, 1, 0,
    ])
    expect(requests[2]).toMatchObject({ expiresAtMs: START_MS + offsetMs + 5_000 })
    subscription.unsubscribe()
    expect(stage.timers.now).toBe(0)
  })

  it('hears the end where the way to the lock ends', async () => {
    const stage = speaking()
    const { heard } = listen(stage)
    stage.reports$.next({ unlock_request: 5 })
    await pass(stage.clock, 1_000)
    stage.reports$.complete()
    expect(heard).toEqual([5, 4, 'complete'])
    expect(stage.timers.now).toBe(0)
  })
})
