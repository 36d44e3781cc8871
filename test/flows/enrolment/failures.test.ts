import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { createHarness } from '../support/flow-harness'
import { failureOf, pass, settle } from '../support/settle'
import {
  addReaders,
  atFrontDoor,
  atGate,
  enrol,
  gardenGate,
  loft,
  noOpenResources,
  openResources,
  SEEDED_METHODS,
  shed,
} from './support'

const failures = [
  'timed-out',
  'failed',
  'duplicate',
  'full',
  'invalid-password',
  'wrong-length',
  'type-not-supported',
  'too-simple',
  'wrong-number',
] as const

describe('an enrolment that the lock rejects', () => {
  it.each(failures)('fails with the reason of the lock: %s', async (failure) => {
    const harness = atGate()
    harness.lock.enrolmentFailure = failure
    const { attempt, steps } = enrol(harness)
    const error = await failureOf(harness.clock, attempt.done)
    expect(isLockError(error)).toBe(true)
    expect(error).toMatchObject({ kind: 'lock', reason: failure, action: 'enrolment.enrol' })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'enrolling', done: 0, total: 5 }])
    expect(harness.lock.opmodes).toHaveLength(SEEDED_METHODS)
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('is stopped, then fails with the reason, if the lock reports no start', async () => {
    const harness = atGate({ families: ['panel'] })
    const { attempt, steps } = enrol(harness, { type: 'face', lockUserId: 2 })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      reason: 'type-not-supported',
    })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'stopping' }])
    expect(harness.steps).toEqual(['send unlock_method_create', 'send unlock_method_create'])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it.each([
    ['unlock_fingerprint', 'fingerprint-running'],
    ['unlock_card', 'card-running'],
    ['unlock_face', 'face-running'],
  ])('fails without a stop command while another enrolment runs: %s', async (dpCode, reason) => {
    const harness = atGate()
    harness.lock.enrolment = { dpCode, memberId: 1, steps: 1, done: 0 }
    const { attempt, steps } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'lock', reason })
    expect(steps).toEqual([{ step: 'starting' }])
    expect(harness.lock.enrolment).toBeDefined()
    expect(harness.steps.filter((name) => name.startsWith('send'))).toHaveLength(1)
  })

  it('does not stop another enrolment if the caller cancels at that moment', async () => {
    const harness = atGate()
    harness.lock.enrolment = { dpCode: 'unlock_fingerprint', memberId: 2, steps: 5, done: 1 }
    const { attempt } = enrol(harness)
    await pass(harness.clock, 1_000)
    attempt.cancel()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(harness.lock.enrolment).toBeDefined()
  })

  it.each([
    ['111111', 'too-simple'],
    ['204816', 'duplicate'],
  ])('names the reason for a rejected password, but not the password', async (password, reason) => {
    const harness = atGate({ lock: loft })
    const first = { type: 'password', password: '204816' } as const
    await settle(harness.clock, enrol(harness, first).attempt.done)
    const { attempt } = enrol(harness, { ...first, password })
    const error = await failureOf(harness.clock, attempt.done)
    expect(error).toMatchObject({ kind: 'lock', reason })
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(password)
  })
})

describe('the end of an enrolment over pushes', () => {
  it('has an unknown outcome, because a push has no reason', async () => {
    const harness = atFrontDoor()
    harness.lock.enrolmentFailure = 'duplicate'
    const startedAt = harness.clock.now()
    const { attempt, steps } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      check: expect.stringContaining('assigned-keys'),
    })
    expect(harness.clock.now() - startedAt).toBeLessThan(20_000)
    expect(steps.at(-2)).toEqual({ step: 'enrolling', done: 0, total: 5 })
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('has an unknown outcome if the lists cannot be read', async () => {
    const harness = atFrontDoor()
    const { attempt } = enrol(harness)
    await pass(harness.clock, 1_000)
    harness.simulator.faults.always(
      'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys',
      { vendorCode: 1106 },
    )
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    expect(harness.lock.opmodes).toHaveLength(SEEDED_METHODS + 1)
    expect(await openResources(harness)).toEqual(noOpenResources)
  })
})

describe('an enrolment on an offline lock', () => {
  it('fails with code 2001 over the cloud', async () => {
    const harness = atFrontDoor({ lock: shed })
    const { attempt } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'vendor',
      code: 2001,
    })
  })

  it('fails with a transport error over data points', async () => {
    const harness = atGate()
    harness.lock.online = false
    const { attempt } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'transport' })
    expect(await openResources(harness)).toEqual(noOpenResources)
  })
})

describe('two enrolments', () => {
  it('cannot run at once on one lock: the second fails as busy and sends nothing', async () => {
    const harness = atGate()
    const first = enrol(harness)
    const second = enrol(harness, { type: 'card' })
    expect(await failureOf(harness.clock, second.attempt.done)).toMatchObject({
      kind: 'lock',
      reason: 'busy',
    })
    expect(await settle(harness.clock, first.attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(harness.steps.filter((name) => name.startsWith('send'))).toHaveLength(1)
    const third = enrol(harness, { type: 'card' })
    expect(await settle(harness.clock, third.attempt.done)).toMatchObject({ type: 'card' })
  })

  it('can run at once on two locks', async () => {
    const harness = atGate()
    const secondHarness = createHarness({
      lock: gardenGate,
      families: ['mini-program'],
      dataPoints: true,
    })
    const both = [enrol(harness), enrol(secondHarness)].map(({ attempt }) => attempt.done)
    await settle(harness.clock, both[0] ?? Promise.reject())
    await settle(secondHarness.clock, both[1] ?? Promise.reject())
  })

  it('can run one after the other if the first fails', async () => {
    const harness = atGate()
    addReaders(harness)
    harness.lock.enrolmentFailure = 'duplicate'
    await failureOf(harness.clock, enrol(harness).attempt.done)
    delete harness.lock.enrolmentFailure
    await settle(harness.clock, enrol(harness, { type: 'face' }).attempt.done)
  })
})
