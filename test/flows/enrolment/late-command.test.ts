import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { failureOf, pass, settle } from '../support/settle'
import {
  atFrontDoor,
  commandsOf,
  enrol,
  gardenGate,
  newMethods,
  noOpenResources,
  openResources,
  pushOf,
  withPushes,
} from './support'

const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
const CANCEL = 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel'

const atGate = () => atFrontDoor({ lock: gardenGate, families: ['mini-program', 'open-api'] })
const password = { type: 'password', password: '204816' } as const

describe('a start command while the cloud is busy', () => {
  it.each([
    ['fingerprint', atFrontDoor, {}],
    ['password, with a ticket', atGate, password],
  ] as const)('is not sent after a cancellation: %s', async (_, harnessOf, request) => {
    const harness = harnessOf()
    harness.simulator.faults.next(ENTRY, { throttleSeconds: 25 })
    const { attempt, steps } = enrol(harness, request)
    await pass(harness.clock, 1_000)
    attempt.cancel()
    const cancelledAt = harness.clock.now()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(harness.clock.now() - cancelledAt).toBeLessThan(1_000)
    await pass(harness.clock, 60_000)
    expect(harness.steps.filter((name) => name === ENTRY)).toHaveLength(1)
    // An enrolment that runs on the lock belongs to another app.
    expect(harness.steps).not.toContain(CANCEL)
    expect(steps.at(-1)).not.toEqual({ step: 'stopped' })
    expect(newMethods(harness)).toEqual([])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('is sent even if another enrolment ends meanwhile', async () => {
    const harness = atFrontDoor()
    harness.simulator.faults.next(ENTRY, { throttleSeconds: 5 })
    const injected$ = new Subject<unknown>()
    const { attempt } = enrol(harness, {}, withPushes(harness, injected$))
    await pass(harness.clock, 1_000)
    injected$.next(pushOf({ operate: 2, finish: true }, { ts: harness.clock.now() }))
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'enrol-method'])
  })

  it('fails at once if the cloud asks for a wait beyond the deadline', async () => {
    const harness = atFrontDoor()
    harness.simulator.faults.next(ENTRY, { throttleSeconds: 120 })
    const { attempt } = enrol(harness)
    const startedAt = harness.clock.now()
    const failure = await failureOf(harness.clock, attempt.done)
    expect(failure).toMatchObject({ statusCode: 429 })
    expect(harness.clock.now() - startedAt).toBeLessThan(5_000)
    expect(await openResources(harness)).toEqual(noOpenResources)
  })
})

describe('a start command in flight', () => {
  it('is aborted with the cancelled enrolment if its answer is slow', async () => {
    const harness = atFrontDoor()
    harness.simulator.faults.next(ENTRY, { slowMs: 60_000 })
    const { attempt } = enrol(harness)
    await pass(harness.clock, 500)
    attempt.cancel()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    const sent = harness.steps.length
    expect(await openResources(harness)).toEqual(noOpenResources)
    expect(harness.steps).toHaveLength(sent)
  })
})

describe('a closed panel', () => {
  it('ends the enrolment, and still sends the stop command over data points', async () => {
    const harness = atFrontDoor({ lock: gardenGate, families: ['mini-program'], dataPoints: true })
    const { attempt, steps } = enrol(harness)
    await pass(harness.clock, 3_000)
    harness.panel.close()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'transport',
      delivery: 'unknown',
    })
    expect(steps.at(-1)).toEqual({ step: 'stopped' })
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('sends no start command', async () => {
    const harness = atFrontDoor({ lock: gardenGate, families: ['panel'], dataPoints: true })
    harness.panel.close()
    const { attempt } = enrol(harness, { lockUserId: 2 })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    expect(harness.steps).toEqual([])
  })
})
