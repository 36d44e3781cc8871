import { describe, expect, it } from 'vitest'
import type { LockSdkLike } from '../../../src/flows/shared/lock-sdk-like'
import { failureOf, pass, settle } from '../support/settle'
import { admin, atGate, enrol, giveReaders, leftBehind, loft, newMethods, nothing } from './support'

/** A panel of the vendor's app, with lock-sdk; it asks the cloud nothing itself. */
const withSdk = (lock: Parameters<typeof atGate>[0] = {}) => {
  const stage = atGate({ families: ['panel'], dataPoints: false, ...lock })
  const lockSdk = stage.simulator.asLockSdk({ deviceId: stage.deviceId })
  const broken = (more: Partial<LockSdkLike>): LockSdkLike => ({ ...lockSdk, ...more })
  return { stage, lockSdk, broken }
}

const rejecting = (errorCode: unknown) => () =>
  Promise.reject({ errorCode, errorMsg: 'the words of 204816' })

describe('an enrolment over lock-sdk', () => {
  it('tells each time that the finger is read, and gives the record in the cloud', async () => {
    const { stage, lockSdk } = withSdk()
    const { attempt, steps } = enrol(stage, {}, { lockSdk })
    expect(await settle(stage.clock, attempt.done)).toEqual({
      type: 'fingerprint',
      userId: admin.userId,
      id: '400000008',
      name: 'finger 4',
      isAssigned: true,
    })
    expect(steps).toEqual([
      { step: 'starting' },
      ...[0, 1, 2, 3, 4, 5].map((done) => ({ step: 'enrolling', done, total: 5 })),
    ])
    expect(lockSdk.listenerCount()).toBe(0)
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it.each(['card', 'face', 'hand', 'finger-vein'] as const)('takes in a %s', async (type) => {
    const { stage, lockSdk } = withSdk()
    giveReaders(stage)
    const { attempt } = enrol(stage, { type }, { lockSdk })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ type, id: '400000008' })
  })

  it('adds a password under its name', async () => {
    const { stage, lockSdk } = withSdk({ lock: loft })
    const request = { type: 'password', password: '204816', name: 'Cleaner' } as const
    const { attempt, steps } = enrol(stage, request, { lockSdk })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ name: 'Cleaner' })
    expect(steps).toEqual([{ step: 'starting' }])
    expect(newMethods(stage)).toMatchObject([{ pin: '204816', userId: admin.userId }])
  })

  it.each([
    'timed-out',
    'failed',
    'duplicate',
    'full',
    'invalid-password',
    'wrong-length',
    'type-not-supported',
    'too-simple',
    'wrong-number',
  ] as const)('fails with the reason of the lock: %s', async (reason) => {
    const { stage, lockSdk } = withSdk()
    stage.lock.enrolmentFailure = reason
    const { attempt } = enrol(stage, {}, { lockSdk })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'lock', reason })
    expect(lockSdk.listenerCount()).toBe(0)
  })

  it.each([
    ['unlock_fingerprint', 'fingerprint-running'],
    ['unlock_card', 'card-running'],
    ['unlock_face', 'face-running'],
  ])('leaves alone what runs there: %s', async (dpCode, reason) => {
    const { stage, lockSdk } = withSdk()
    stage.lock.enrolment = { dpCode, memberId: 1, steps: 1, done: 0 }
    const { attempt } = enrol(stage, {}, { lockSdk })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'lock', reason })
    expect(stage.lock.enrolment).toBeDefined()
  })

  it('keeps the method where its listener cannot be taken away', async () => {
    const { stage, broken } = withSdk()
    const lockSdk = broken({
      offAddUnlockMethod: () => {
        throw new Error('the words of 204816')
      },
    })
    const { attempt } = enrol(stage, {}, { lockSdk })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ name: 'finger 4' })
    expect(newMethods(stage)).toHaveLength(1)
  })

  it('begins nothing where it takes no listener', async () => {
    const { stage, broken } = withSdk()
    const lockSdk = broken({
      onAddUnlockMethod: () => {
        throw new Error('the words of 204816')
      },
    })
    const { attempt } = enrol(stage, {}, { lockSdk })
    const failure = await failureOf(stage.clock, attempt.done)
    expect(failure).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
    expect(String(failure)).not.toContain('204816')
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('is cancelled, and its own listener is taken away', async () => {
    const { stage, lockSdk } = withSdk()
    const others: unknown[] = []
    lockSdk.onAddUnlockMethod((event) => others.push(event))
    const { attempt, steps } = enrol(stage, {}, { lockSdk })
    await pass(stage.clock, 5_000)
    attempt.cancel()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    expect(steps.slice(-2)).toEqual([{ step: 'stopping' }, { step: 'stopped' }])
    expect(newMethods(stage)).toEqual([])
    expect(lockSdk.listenerCount()).toBe(1)
    expect(others).toHaveLength(2)
  })

  it.each([
    [1001, { kind: 'lock', reason: 'offline' }],
    [1014, { kind: 'lock', reason: 'type-not-supported' }],
    [1037, { kind: 'lock', reason: 'duplicate' }],
    [1052, { kind: 'lock', reason: 'busy' }],
    [1053, { kind: 'lock', reason: 'not-saved' }],
    [1060, { kind: 'vendor', code: 1060 }],
    [undefined, { kind: 'transport', delivery: 'unknown' }],
    [1002, { kind: 'timeout', delivery: 'unknown' }],
  ])('fails as lock-sdk does: %s', async (code, expected) => {
    const { stage, broken } = withSdk({ lock: loft })
    const lockSdk = broken({ addPassword: rejecting(code) })
    const request = { type: 'password', password: '204816' } as const
    const { attempt } = enrol(stage, request, { lockSdk })
    const error = await failureOf(stage.clock, attempt.done)
    expect(error).toMatchObject(expected)
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('204816')
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('is told to stop where lock-sdk waits no longer: the lock may go on', async () => {
    const { stage, lockSdk } = withSdk()
    stage.lock.enrolmentFailure = 'timed-out'
    const { attempt, steps } = enrol(stage, { stepTimeoutMs: 20_000 }, { lockSdk })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'timeout' })
    expect(steps.slice(-2)).toEqual([{ step: 'stopping' }, { step: 'stopped' }])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('fails where lock-sdk throws', async () => {
    const { stage, broken } = withSdk()
    const lockSdk = broken({
      startAddUnlockMethod: () => {
        throw new Error('not initialised')
      },
    })
    const { attempt } = enrol(stage, {}, { lockSdk })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'transport' })
    expect(await leftBehind(stage)).toEqual(nothing)
  })
})
