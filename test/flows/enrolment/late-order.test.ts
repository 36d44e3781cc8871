import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { failureOf, pass, settle } from '../support/settle'
import {
  alsoPushing,
  atFrontDoor,
  enrol,
  gardenGate,
  leftBehind,
  newMethods,
  nothing,
  orders,
  pushOf,
} from './support'

const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
const CANCEL = 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel'

const atGate = () => atFrontDoor({ lock: gardenGate, families: ['mini-program', 'open-api'] })
const password = { type: 'password', password: '204816' } as const

describe('a start command while the cloud is busy', () => {
  it.each([
    ['fingerprint', atFrontDoor, {}],
    ['password, with a ticket', atGate, password],
  ] as const)('never leaves once it is cancelled: %s', async (_, stageOf, request) => {
    const stage = stageOf()
    stage.simulator.faults.next(ENTRY, { throttleSeconds: 25 })
    const { attempt, steps } = enrol(stage, request)
    await pass(stage.clock, 1_000)
    attempt.cancel()
    const cancelledAt = stage.clock.now()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(stage.clock.now() - cancelledAt).toBeLessThan(1_000)
    await pass(stage.clock, 60_000)
    expect(stage.steps.filter((name) => name === ENTRY)).toHaveLength(1)
    // Whatever runs there is somebody else's.
    expect(stage.steps).not.toContain(CANCEL)
    expect(steps.at(-1)).not.toEqual({ step: 'stopped' })
    expect(newMethods(stage)).toEqual([])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('is sent when another enrolment ends meanwhile', async () => {
    const stage = atFrontDoor()
    stage.simulator.faults.next(ENTRY, { throttleSeconds: 5 })
    const others$ = new Subject<unknown>()
    const { attempt } = enrol(stage, {}, alsoPushing(stage, others$))
    await pass(stage.clock, 1_000)
    others$.next(pushOf({ operate: 2, finish: true }, { ts: stage.clock.now() }))
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(orders(stage)).toEqual(['start-enrolment', 'enrol-method'])
  })

  it('is not waited for longer than any call', async () => {
    const stage = atFrontDoor()
    stage.simulator.faults.next(ENTRY, { throttleSeconds: 120 })
    const { attempt } = enrol(stage)
    const startedAt = stage.clock.now()
    const failure = await failureOf(stage.clock, attempt.done)
    expect(failure).toMatchObject({ statusCode: 429 })
    expect(stage.clock.now() - startedAt).toBeLessThan(5_000)
    expect(await leftBehind(stage)).toEqual(nothing)
  })
})

describe('a start command in flight', () => {
  it('that takes longer than anybody waits is ended with the enrolment', async () => {
    const stage = atFrontDoor()
    stage.simulator.faults.next(ENTRY, { slowMs: 60_000 })
    const { attempt } = enrol(stage)
    await pass(stage.clock, 500)
    attempt.cancel()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    const sent = stage.steps.length
    expect(await leftBehind(stage)).toEqual(nothing)
    expect(stage.steps).toHaveLength(sent)
  })
})

describe('a panel that is closed', () => {
  it('ends the enrolment, and the lock is told to stop where that goes another way', async () => {
    const stage = atFrontDoor({ lock: gardenGate, families: ['mini-program'], dataPoints: true })
    const { attempt, steps } = enrol(stage)
    await pass(stage.clock, 3_000)
    stage.panel.close()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'transport',
      delivery: 'unknown',
    })
    expect(steps.at(-1)).toEqual({ step: 'stopped' })
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('has none begun', async () => {
    const stage = atFrontDoor({ lock: gardenGate, families: ['panel'], dataPoints: true })
    stage.panel.close()
    const { attempt } = enrol(stage, { lockUserId: 2 })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    expect(stage.steps).toEqual([])
  })
})
