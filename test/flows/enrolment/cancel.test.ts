import { NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { failureOf, flush, pass, settle } from '../support/settle'
import {
  addReaders,
  atFrontDoor,
  atGate,
  cancelAt,
  commandsOf,
  enrol,
  gardenGate,
  newMethods,
  noOpenResources,
  openResources,
  porch,
} from './support'

const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
const CANCEL = 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel'

describe.each([
  ['data points', atGate, []],
  ['the route and pushes', atFrontDoor, ['start-enrolment']],
] as const)('cancelling an enrolment over %s', (_, harnessOf, startCommands) => {
  it.each([0, 1, 2, 3, 4])(
    'after %i readings stops the lock, which stores no method',
    async (done) => {
      const harness = harnessOf()
      const enrolling = enrol(harness)
      cancelAt(enrolling, done)
      expect(await failureOf(harness.clock, enrolling.attempt.done)).toMatchObject({
        kind: 'cancelled',
        action: 'enrolment.enrol',
      })
      expect(enrolling.steps.slice(-2)).toEqual([{ step: 'stopping' }, { step: 'stopped' }])
      expect(harness.lock.enrolment).toBeUndefined()
      expect(await openResources(harness)).toEqual(noOpenResources)
      expect(newMethods(harness)).toEqual([])
    },
  )

  it('before the start command sends nothing to the lock', async () => {
    const harness = harnessOf()
    const { attempt, steps } = enrol(harness)
    attempt.cancel()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(steps).toEqual([{ step: 'starting' }])
    expect(commandsOf(harness)).toEqual([])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('after its end changes nothing', async () => {
    const harness = harnessOf()
    const { attempt } = enrol(harness)
    const method = await settle(harness.clock, attempt.done)
    const sent = harness.steps.length
    attempt.cancel()
    await pass(harness.clock, 10_000)
    expect(await attempt.done).toBe(method)
    expect(harness.steps).toHaveLength(sent)
  })

  it('reports no stop if the lock is offline', async () => {
    const harness = harnessOf()
    const enrolling = enrol(harness)
    await pass(harness.clock, 3_000)
    harness.lock.online = false
    enrolling.attempt.cancel()
    expect(await failureOf(harness.clock, enrolling.attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(enrolling.steps.at(-1)).toEqual({ step: 'stopping' })
    expect(commandsOf(harness)).toEqual(startCommands)
  })

  it('frees the lock for the next enrolment', async () => {
    const harness = harnessOf()
    const enrolling = enrol(harness)
    cancelAt(enrolling, 1)
    await failureOf(harness.clock, enrolling.attempt.done)
    expect(await settle(harness.clock, enrol(harness).attempt.done)).toMatchObject({ unlockSn: 4 })
  })
})

describe('a cancellation', () => {
  it('waits for the answer of the start command before it sends the stop command', async () => {
    const harness = atFrontDoor()
    harness.simulator.faults.next(ENTRY, { slowMs: 6_000 })
    harness.lock.enrolmentFailure = 'timed-out'
    const { attempt, steps } = enrol(harness, {}, { pushes$: NEVER })
    await pass(harness.clock, 2_000)
    attempt.cancel()
    await flush()
    expect(harness.steps).not.toContain(CANCEL)
    await failureOf(harness.clock, attempt.done)
    expect(steps).toEqual([{ step: 'starting' }, { step: 'stopping' }, { step: 'stopped' }])
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'cancel-enrolment'])
  })

  it('after a rejected start command sends no stop command', async () => {
    const harness = atFrontDoor()
    harness.simulator.faults.next(ENTRY, 'throttle')
    harness.simulator.faults.next(ENTRY, { throttleSeconds: 9 })
    const { attempt } = enrol(harness)
    await pass(harness.clock, 1_000)
    expect(harness.steps.filter((name) => name === ENTRY)).toHaveLength(2)
    attempt.cancel()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(harness.steps).not.toContain(CANCEL)
  })

  it('is sent once, even after a lost answer, because it could stop a newer enrolment', async () => {
    const harness = atFrontDoor()
    const enrolling = enrol(harness)
    cancelAt(enrolling, 1)
    harness.simulator.faults.always(CANCEL, 'drop-after')
    await failureOf(harness.clock, enrolling.attempt.done)
    expect(harness.steps.filter((name) => name === CANCEL)).toHaveLength(1)
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('is resent if the cloud is busy', async () => {
    const harness = atFrontDoor()
    const enrolling = enrol(harness)
    cancelAt(enrolling, 1)
    harness.simulator.faults.next(CANCEL, 'throttle')
    await failureOf(harness.clock, enrolling.attempt.done)
    expect(enrolling.steps.at(-1)).toEqual({ step: 'stopped' })
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'cancel-enrolment'])
  })

  it('waits less than 6 s for the answer to the stop command', async () => {
    const harness = atFrontDoor()
    const { attempt } = enrol(harness)
    await pass(harness.clock, 3_000)
    harness.simulator.faults.next(CANCEL, { slowMs: 60_000 })
    const cancelledAt = harness.clock.now()
    attempt.cancel()
    await failureOf(harness.clock, attempt.done)
    expect(harness.clock.now() - cancelledAt).toBeLessThan(6_000)
    await flush()
    expect(harness.timers.now).toBe(0)
  })

  it('of a face reports no stop, because the cloud rejects the stop command', async () => {
    const harness = atFrontDoor({ lock: porch })
    addReaders(harness)
    const enrolling = enrol(harness, { type: 'face' })
    cancelAt(enrolling, 0)
    expect(await failureOf(harness.clock, enrolling.attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(enrolling.steps.at(-1)).toEqual({ step: 'stopping' })
  })

  it('during a ticket request sends no command', async () => {
    const harness = atFrontDoor({ lock: gardenGate, families: ['mini-program', 'open-api'] })
    harness.simulator.faults.next('doorLock.passwordTicket', { slowMs: 5_000 })
    const { attempt } = enrol(harness, { type: 'password', password: '204816' })
    await pass(harness.clock, 1_000)
    expect(harness.steps).toContain('doorLock.passwordTicket')
    attempt.cancel()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    await pass(harness.clock, 60_000)
    expect(harness.steps).not.toContain(ENTRY)
  })

  it('by another app ends the enrolment', async () => {
    for (const harness of [atGate({ families: ['mini-program', 'open-api'] }), atFrontDoor()]) {
      const { attempt } = enrol(harness)
      await pass(harness.clock, 3_000)
      const stopping = harness.panel.apiRequest(CANCEL, {
        device_id: harness.deviceId,
        unlock_type: 'fingerprint',
      })
      await settle(harness.clock, stopping)
      expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
        kind: 'lock',
        reason: 'cancelled',
      })
      expect(await openResources(harness)).toEqual(noOpenResources)
    }
  })
})
