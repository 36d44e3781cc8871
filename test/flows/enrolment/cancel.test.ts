import { NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { failureOf, flush, pass, settle } from '../support/settle'
import {
  atFrontDoor,
  atGate,
  cancelAt,
  enrol,
  gardenGate,
  giveReaders,
  leftBehind,
  newMethods,
  nothing,
  orders,
  porch,
} from './support'

const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
const CANCEL = 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel'

describe.each([
  ['data points', atGate],
  ['the route and pushes', atFrontDoor],
] as const)('an enrolment over %s that is cancelled', (over, stageOf) => {
  it.each([0, 1, 2, 3, 4])('after %i readings: the lock stops, and keeps nothing', async (done) => {
    const stage = stageOf()
    const enrolling = enrol(stage)
    cancelAt(enrolling, done)
    expect(await failureOf(stage.clock, enrolling.attempt.done)).toMatchObject({
      kind: 'cancelled',
      action: 'enrolment.enrol',
    })
    expect(enrolling.steps.slice(-2)).toEqual([{ step: 'stopping' }, { step: 'stopped' }])
    expect(stage.lock.enrolment).toBeUndefined()
    expect(await leftBehind(stage)).toEqual(nothing)
    expect(newMethods(stage)).toEqual([])
  })

  it('before it left: nothing is sent to the lock', async () => {
    const stage = stageOf()
    const { attempt, steps } = enrol(stage)
    attempt.cancel()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(steps).toEqual([{ step: 'starting' }])
    expect(orders(stage)).toEqual([])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('after it is over: nothing changes', async () => {
    const stage = stageOf()
    const { attempt } = enrol(stage)
    const method = await settle(stage.clock, attempt.done)
    const sent = stage.steps.length
    attempt.cancel()
    await pass(stage.clock, 10_000)
    expect(await attempt.done).toBe(method)
    expect(stage.steps).toHaveLength(sent)
  })

  it('does not say that it stopped where the lock does not', async () => {
    const stage = stageOf()
    const enrolling = enrol(stage)
    await pass(stage.clock, 3_000)
    stage.lock.online = false
    enrolling.attempt.cancel()
    expect(await failureOf(stage.clock, enrolling.attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(enrolling.steps.at(-1)).toEqual({ step: 'stopping' })
    expect(over).toBeTruthy()
  })

  it('makes room for the next one', async () => {
    const stage = stageOf()
    const enrolling = enrol(stage)
    cancelAt(enrolling, 1)
    await failureOf(stage.clock, enrolling.attempt.done)
    expect(await settle(stage.clock, enrol(stage).attempt.done)).toMatchObject({ unlockSn: 4 })
  })
})

describe('a cancellation', () => {
  it('does not overtake the start command: it waits for its answer, and then stops', async () => {
    const stage = atFrontDoor()
    stage.simulator.faults.next(ENTRY, { slowMs: 6_000 })
    stage.lock.enrolmentFailure = 'timed-out'
    const { attempt, steps } = enrol(stage, {}, { pushes$: NEVER })
    await pass(stage.clock, 2_000)
    attempt.cancel()
    await flush()
    expect(stage.steps).not.toContain(CANCEL)
    await failureOf(stage.clock, attempt.done)
    expect(steps).toEqual([{ step: 'starting' }, { step: 'stopping' }, { step: 'stopped' }])
    expect(orders(stage)).toEqual(['start-enrolment', 'cancel-enrolment'])
  })

  it('of a refused start command sends no stop command', async () => {
    const stage = atFrontDoor()
    stage.simulator.faults.next(ENTRY, 'throttle')
    stage.simulator.faults.next(ENTRY, { throttleSeconds: 9 })
    const { attempt } = enrol(stage)
    await pass(stage.clock, 1_000)
    expect(stage.steps.filter((name) => name === ENTRY)).toHaveLength(2)
    attempt.cancel()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(stage.steps).not.toContain(CANCEL)
  })

  it('is sent once, whatever becomes of it: it could stop a newer enrolment', async () => {
    const stage = atFrontDoor()
    const enrolling = enrol(stage)
    cancelAt(enrolling, 1)
    stage.simulator.faults.always(CANCEL, 'drop-after')
    await failureOf(stage.clock, enrolling.attempt.done)
    expect(stage.steps.filter((name) => name === CANCEL)).toHaveLength(1)
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('is sent again where the cloud had no time for it, at once', async () => {
    const stage = atFrontDoor()
    const enrolling = enrol(stage)
    cancelAt(enrolling, 1)
    stage.simulator.faults.next(CANCEL, 'throttle')
    await failureOf(stage.clock, enrolling.attempt.done)
    expect(enrolling.steps.at(-1)).toEqual({ step: 'stopped' })
    expect(orders(stage)).toEqual(['start-enrolment', 'cancel-enrolment'])
  })

  it('is not waited for long', async () => {
    const stage = atFrontDoor()
    const { attempt } = enrol(stage)
    await pass(stage.clock, 3_000)
    stage.simulator.faults.next(CANCEL, { slowMs: 60_000 })
    const cancelledAt = stage.clock.now()
    attempt.cancel()
    await failureOf(stage.clock, attempt.done)
    expect(stage.clock.now() - cancelledAt).toBeLessThan(6_000)
    await flush()
    expect(stage.timers.now).toBe(0)
  })

  it('of a face is not documented: the cloud refuses, and the flow does not claim a stop', async () => {
    const stage = atFrontDoor({ lock: porch })
    giveReaders(stage)
    const enrolling = enrol(stage, { type: 'face' })
    cancelAt(enrolling, 0)
    expect(await failureOf(stage.clock, enrolling.attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(enrolling.steps.at(-1)).toEqual({ step: 'stopping' })
  })

  it('while a ticket is fetched sends no command', async () => {
    const stage = atFrontDoor({ lock: gardenGate, families: ['mini-program', 'open-api'] })
    stage.simulator.faults.next('doorLock.passwordTicket', { slowMs: 5_000 })
    const { attempt } = enrol(stage, { type: 'password', password: '204816' })
    await pass(stage.clock, 1_000)
    expect(stage.steps).toContain('doorLock.passwordTicket')
    attempt.cancel()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    await pass(stage.clock, 60_000)
    expect(stage.steps).not.toContain(ENTRY)
  })

  it('by another app ends the enrolment', async () => {
    for (const stage of [atGate({ families: ['mini-program', 'open-api'] }), atFrontDoor()]) {
      const { attempt } = enrol(stage)
      await pass(stage.clock, 3_000)
      const stopping = stage.panel.apiRequest(CANCEL, {
        device_id: stage.deviceId,
        unlock_type: 'fingerprint',
      })
      await settle(stage.clock, stopping)
      expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
        kind: 'lock',
        reason: 'cancelled',
      })
      expect(await leftBehind(stage)).toEqual(nothing)
    }
  })
})
