import { describe, expect, it } from 'vitest'
import type { LockSdkLike } from '../../../src/flows/shared/lock-sdk-like'
import { failureOf, pass, settle } from '../support/settle'
import {
  addReaders,
  admin,
  atGate,
  enrol,
  loft,
  newMethods,
  noOpenResources,
  openResources,
} from './support'

/** A panel of the vendor's app, with lock-sdk; it sends no requests to the cloud itself. */
const withSdk = (lock: Parameters<typeof atGate>[0] = {}) => {
  const harness = atGate({ families: ['panel'], dataPoints: false, ...lock })
  const lockSdk = harness.simulator.asLockSdk({ deviceId: harness.deviceId })
  const broken = (more: Partial<LockSdkLike>): LockSdkLike => ({ ...lockSdk, ...more })
  return { harness, lockSdk, broken }
}

const rejecting = (errorCode: unknown) => () =>
  Promise.reject({ errorCode, errorMsg: 'failed with 204816' })

describe('an enrolment over lock-sdk', () => {
  it('reports each reading of the finger, and returns the record of the cloud', async () => {
    const { harness, lockSdk } = withSdk()
    const { attempt, steps } = enrol(harness, {}, { lockSdk })
    expect(await settle(harness.clock, attempt.done)).toEqual({
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
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it.each(['card', 'face', 'hand', 'finger-vein'] as const)('enrols a %s', async (type) => {
    const { harness, lockSdk } = withSdk()
    addReaders(harness)
    const { attempt } = enrol(harness, { type }, { lockSdk })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ type, id: '400000008' })
  })

  it('adds a password with its name', async () => {
    const { harness, lockSdk } = withSdk({ lock: loft })
    const request = { type: 'password', password: '204816', name: 'Cleaner' } as const
    const { attempt, steps } = enrol(harness, request, { lockSdk })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ name: 'Cleaner' })
    expect(steps).toEqual([{ step: 'starting' }])
    expect(newMethods(harness)).toMatchObject([{ pin: '204816', userId: admin.userId }])
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
    const { harness, lockSdk } = withSdk()
    harness.lock.enrolmentFailure = reason
    const { attempt } = enrol(harness, {}, { lockSdk })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'lock', reason })
    expect(lockSdk.listenerCount()).toBe(0)
  })

  it.each([
    ['unlock_fingerprint', 'fingerprint-running'],
    ['unlock_card', 'card-running'],
    ['unlock_face', 'face-running'],
  ])('fails without a stop command while another enrolment runs: %s', async (dpCode, reason) => {
    const { harness, lockSdk } = withSdk()
    harness.lock.enrolment = { dpCode, memberId: 1, steps: 1, done: 0 }
    const { attempt } = enrol(harness, {}, { lockSdk })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'lock', reason })
    expect(harness.lock.enrolment).toBeDefined()
  })

  it('succeeds if its listener cannot be removed', async () => {
    const { harness, broken } = withSdk()
    const lockSdk = broken({
      offAddUnlockMethod: () => {
        throw new Error('failed with 204816')
      },
    })
    const { attempt } = enrol(harness, {}, { lockSdk })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ name: 'finger 4' })
    expect(newMethods(harness)).toHaveLength(1)
  })

  it('does not start if lock-sdk accepts no listener', async () => {
    const { harness, broken } = withSdk()
    const lockSdk = broken({
      onAddUnlockMethod: () => {
        throw new Error('failed with 204816')
      },
    })
    const { attempt } = enrol(harness, {}, { lockSdk })
    const failure = await failureOf(harness.clock, attempt.done)
    expect(failure).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
    expect(String(failure)).not.toContain('204816')
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('removes only its own listener on cancel', async () => {
    const { harness, lockSdk } = withSdk()
    const otherEvents: unknown[] = []
    lockSdk.onAddUnlockMethod((event) => otherEvents.push(event))
    const { attempt, steps } = enrol(harness, {}, { lockSdk })
    await pass(harness.clock, 5_000)
    attempt.cancel()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    expect(steps.slice(-2)).toEqual([{ step: 'stopping' }, { step: 'stopped' }])
    expect(newMethods(harness)).toEqual([])
    expect(lockSdk.listenerCount()).toBe(1)
    expect(otherEvents).toHaveLength(2)
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
  ])('maps the lock-sdk error code %s', async (code, expected) => {
    const { harness, broken } = withSdk({ lock: loft })
    const lockSdk = broken({ addPassword: rejecting(code) })
    const request = { type: 'password', password: '204816' } as const
    const { attempt } = enrol(harness, request, { lockSdk })
    const error = await failureOf(harness.clock, attempt.done)
    expect(error).toMatchObject(expected)
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('204816')
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('sends a stop command after a time-out, because the lock may continue', async () => {
    const { harness, lockSdk } = withSdk()
    harness.lock.enrolmentFailure = 'timed-out'
    const { attempt, steps } = enrol(harness, { stepTimeoutMs: 20_000 }, { lockSdk })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'timeout' })
    expect(steps.slice(-2)).toEqual([{ step: 'stopping' }, { step: 'stopped' }])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('fails with a transport error if lock-sdk throws', async () => {
    const { harness, broken } = withSdk()
    const lockSdk = broken({
      startAddUnlockMethod: () => {
        throw new Error('not initialised')
      },
    })
    const { attempt } = enrol(harness, {}, { lockSdk })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'transport' })
    expect(await openResources(harness)).toEqual(noOpenResources)
  })
})
