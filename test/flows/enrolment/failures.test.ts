import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { createHarness } from '../support/flow-harness'
import { failureOf, pass, settle } from '../support/settle'
import {
  atFrontDoor,
  atGate,
  enrol,
  gardenGate,
  giveReaders,
  KEPT_BEFORE,
  leftBehind,
  loft,
  nothing,
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

describe('what a lock says of its failure', () => {
  it.each(failures)('is the reason: %s', async (failure) => {
    const stage = atGate()
    stage.lock.enrolmentFailure = failure
    const { attempt, steps } = enrol(stage)
    const error = await failureOf(stage.clock, attempt.done)
    expect(isLockError(error)).toBe(true)
    expect(error).toMatchObject({ kind: 'lock', reason: failure, action: 'enrolment.enrol' })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'enrolling', done: 0, total: 5 }])
    expect(stage.lock.opmodes).toHaveLength(KEPT_BEFORE)
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('is all that is heard of an enrolment that it does not begin, and is confirmed', async () => {
    const stage = atGate({ families: ['panel'] })
    const { attempt, steps } = enrol(stage, { type: 'face', lockUserId: 2 })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      reason: 'type-not-supported',
    })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'stopping' }])
    expect(stage.steps).toEqual(['send unlock_method_create', 'send unlock_method_create'])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it.each([
    ['unlock_fingerprint', 'fingerprint-running'],
    ['unlock_card', 'card-running'],
    ['unlock_face', 'face-running'],
  ])('is that it takes in another: %s', async (dpCode, reason) => {
    const stage = atGate()
    stage.lock.enrolment = { dpCode, memberId: 1, steps: 1, done: 0 }
    const { attempt, steps } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'lock', reason })
    expect(steps).toEqual([{ step: 'starting' }])
    expect(stage.lock.enrolment).toBeDefined()
    expect(stage.steps.filter((name) => name.startsWith('send'))).toHaveLength(1)
  })

  it('does not stop another enrolment if the caller cancels at that moment', async () => {
    const stage = atGate()
    stage.lock.enrolment = { dpCode: 'unlock_fingerprint', memberId: 2, steps: 5, done: 1 }
    const { attempt } = enrol(stage)
    await pass(stage.clock, 1_000)
    attempt.cancel()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(stage.lock.enrolment).toBeDefined()
  })

  it.each([
    ['111111', 'too-simple'],
    ['204816', 'duplicate'],
  ])('names what is wrong with a password, and not the password', async (password, reason) => {
    const stage = atGate({ lock: loft })
    const first = { type: 'password', password: '204816' } as const
    await settle(stage.clock, enrol(stage, first).attempt.done)
    const { attempt } = enrol(stage, { ...first, password })
    const error = await failureOf(stage.clock, attempt.done)
    expect(error).toMatchObject({ kind: 'lock', reason })
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(password)
  })

  it('is not pushed: the cloud says that it is over, and the lists may show it later', async () => {
    const stage = atFrontDoor()
    stage.lock.enrolmentFailure = 'duplicate'
    const startedAt = stage.clock.now()
    const { attempt, steps } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      check: expect.stringContaining('assigned-keys'),
    })
    expect(stage.clock.now() - startedAt).toBeLessThan(20_000)
    expect(steps.at(-2)).toEqual({ step: 'enrolling', done: 0, total: 5 })
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('is not known where the lists cannot be read at the end', async () => {
    const stage = atFrontDoor()
    const { attempt } = enrol(stage)
    await pass(stage.clock, 1_000)
    stage.simulator.faults.always(
      'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys',
      { vendorCode: 1106 },
    )
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    expect(stage.lock.opmodes).toHaveLength(KEPT_BEFORE + 1)
    expect(await leftBehind(stage)).toEqual(nothing)
  })
})

describe('a lock that cannot be reached', () => {
  it('is offline to the cloud', async () => {
    const stage = atFrontDoor({ lock: shed })
    const { attempt } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'vendor', code: 2001 })
  })

  it('is offline to the app', async () => {
    const stage = atGate()
    stage.lock.online = false
    const { attempt } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'transport' })
    expect(await leftBehind(stage)).toEqual(nothing)
  })
})

describe('two at once', () => {
  it('are one: the second is refused, and nothing of it is sent', async () => {
    const stage = atGate()
    const first = enrol(stage)
    const second = enrol(stage, { type: 'card' })
    expect(await failureOf(stage.clock, second.attempt.done)).toMatchObject({
      kind: 'lock',
      reason: 'busy',
    })
    expect(await settle(stage.clock, first.attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(stage.steps.filter((name) => name.startsWith('send'))).toHaveLength(1)
    const third = enrol(stage, { type: 'card' })
    expect(await settle(stage.clock, third.attempt.done)).toMatchObject({ type: 'card' })
  })

  it('are two at two locks', async () => {
    const stage = atGate()
    const other = createHarness({ lock: gardenGate, families: ['mini-program'], dataPoints: true })
    const both = [enrol(stage), enrol(other)].map(({ attempt }) => attempt.done)
    await settle(stage.clock, both[0] ?? Promise.reject())
    await settle(other.clock, both[1] ?? Promise.reject())
  })

  it('may follow each other after a failure', async () => {
    const stage = atGate()
    giveReaders(stage)
    stage.lock.enrolmentFailure = 'duplicate'
    await failureOf(stage.clock, enrol(stage).attempt.done)
    delete stage.lock.enrolmentFailure
    await settle(stage.clock, enrol(stage, { type: 'face' }).attempt.done)
  })
})
