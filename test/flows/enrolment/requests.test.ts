import { describe, expect, it } from 'vitest'
import type { Family } from '../../../src/core/action'
import type { ParamsError } from '../../../src/core/errors/params-error'
import type { EnrolRequest } from '../../../src/flows/enrolment/enrol-request'
import { enrolment } from '../../../src/flows/enrolment/enrolment'
import { createHarness } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { addReaders, admin, atFrontDoor, atGate, enrol, gardenGate, porch } from './support'

const DAY_MS = 86_400_000

const invalid: readonly (readonly [string, Partial<EnrolRequest>])[] = [
  ['type', { type: 'voice' as never }],
  ['user', { user: '' }],
  ['lockUserId', { lockUserId: 256 }],
  ['lockUserId', { lockUserId: 1.5 }],
  ['times', { times: -1 }],
  ['stepTimeoutMs', { stepTimeoutMs: 0 }],
  ['stepTimeoutMs', { stepTimeoutMs: Number.NaN }],
  ['password', { type: 'password' }],
  ['password', { type: 'password', password: '1234567' }],
  ['password', { type: 'password', password: '12345a' }],
  ['password', { type: 'card', password: '204816' }],
  ['validity.toMs', { validity: { fromMs: DAY_MS, toMs: DAY_MS } }],
  ['validity.fromMs', { validity: { fromMs: -1, toMs: DAY_MS } }],
  ['validity.toMs', { validity: { fromMs: 0, toMs: 2 ** 33 * 1000 } }],
  [
    'validity.weekly.days',
    {
      validity: {
        fromMs: 0,
        toMs: DAY_MS,
        weekly: { days: [7 as never], fromMinute: 0, toMinute: 1 },
      },
    },
  ],
  [
    'validity.weekly.toMinute',
    { validity: { fromMs: 0, toMs: DAY_MS, weekly: { days: [1], fromMinute: 0, toMinute: 1441 } } },
  ],
]

const weekly = (hours: object) =>
  ({ validity: { fromMs: 0, toMs: DAY_MS, weekly: hours as never } }) as const

const unusable: readonly (readonly [string, Partial<EnrolRequest>])[] = [
  ['validity.toMs', { validity: { fromMs: DAY_MS, toMs: DAY_MS + 999 } }],
  ['validity.weekly.days', weekly({ days: [], fromMinute: 0, toMinute: 60 })],
  ['validity.weekly.toMinute', weekly({ days: [1], fromMinute: 600, toMinute: 300 })],
  ['validity.weekly.toMinute', weekly({ days: [1], fromMinute: 600, toMinute: 600 })],
]

describe('a method that could never unlock', () => {
  it.each(unusable)('is rejected before anything is sent: %s', async (path, request) => {
    const harness = atGate()
    const { attempt } = enrol(harness, request)
    const error = await failureOf(harness.clock, attempt.done)
    expect(error).toMatchObject({ kind: 'params', issues: [{ path }] })
    expect(harness.steps).toEqual([])
  })
})

describe('a malformed request', () => {
  it.each([
    ['validity', { validity: null }],
    ['validity', { validity: 'always' }],
    ['validity.weekly', { validity: { fromMs: 0, toMs: DAY_MS, weekly: null } }],
    ['validity.weekly.days', weekly({})],
    ['validity.weekly.days', weekly({ days: 'all' })],
  ])('is rejected with an invalid %s', async (path, request) => {
    const harness = atGate()
    const { attempt } = enrol(harness, request as never)
    const error = await failureOf(harness.clock, attempt.done)
    expect(error).toMatchObject({ kind: 'params' })
    expect((error as ParamsError).issues[0]).toMatchObject({ path })
    expect(harness.steps).toEqual([])
  })

  it.each([null, undefined, 'fingerprint'])('is rejected if it is %s', async (request) => {
    const { panel, deviceId, options, clock } = atGate()
    const { done } = enrolment(panel, deviceId, options).enrol(request as never)
    expect(await failureOf(clock, done)).toMatchObject({ kind: 'params' })
  })
})

describe('an invalid request', () => {
  it.each(invalid)('is rejected before anything is sent: %s', async (path, request) => {
    const harness = atGate()
    const { attempt, steps } = enrol(harness, request)
    const error = await failureOf(harness.clock, attempt.done)
    expect(error).toMatchObject({ kind: 'params', action: 'enrolment.enrol', issues: [{ path }] })
    expect(JSON.stringify(error)).not.toContain(request.password ?? 'no password')
    expect(steps).toEqual([{ step: 'starting' }])
    expect(harness.steps).toEqual([])
  })

  it('is rejected if the cloud returns a user number above 255', async () => {
    const harness = atGate()
    const [, user] = harness.lock.users
    harness.lock.users.splice(1, 1, { userId: user?.userId ?? '', lockUserId: 300 })
    const { attempt } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'params',
      issues: [{ path: 'lockUserId' }],
    })
  })

  it('is rejected with a password that the user types at the lock', async () => {
    const harness = atFrontDoor()
    const { attempt } = enrol(harness, { type: 'password', password: '2048163' })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'params',
      issues: [{ path: 'password' }],
    })
  })
})

describe('an unsupported enrolment', () => {
  const rejectionOf = async (
    families: readonly Family[],
    request: Partial<EnrolRequest>,
    lock = gardenGate,
  ) => {
    const harness = createHarness({ lock, families, pushes: true })
    const error = await failureOf(harness.clock, enrol(harness, request).attempt.done)
    expect(harness.steps).toEqual([])
    return error
  }

  it.each([{ isAdmin: true }, { times: 1 }, { validity: { fromMs: 0, toMs: DAY_MS } }])(
    'is rejected, and does not drop %j',
    async (details) => {
      expect(await rejectionOf(['open-api'], details)).toMatchObject({ kind: 'unsupported' })
    },
  )

  it('is rejected for a kind that the route does not name', async () => {
    expect(await rejectionOf(['open-api'], { type: 'finger-vein' })).toMatchObject({
      kind: 'unsupported',
    })
  })

  it('is rejected on a panel without data points and without the route', async () => {
    expect(await rejectionOf(['mini-program', 'panel'], {})).toMatchObject({ kind: 'unsupported' })
  })

  it('is rejected on a lock without the data point', async () => {
    const harness = createHarness({
      lock: { id: 'vdevo-front-door' },
      families: ['mini-program'],
      dataPoints: true,
    })
    const { attempt } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'unsupported' })
  })
})

describe('a method kind', () => {
  const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
  const INSTRUCTIONS = 'doorLock.getAvailableInstructions'

  it.each([
    ['the route', () => atFrontDoor({ families: ['mini-program', 'open-api'] })],
    ['data points', atGate],
  ] as const)(
    'that the lock does not support is rejected over %s before the start command',
    async (_, harnessOf) => {
      const harness = harnessOf()
      const { attempt } = enrol(harness, { type: 'face' })
      expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
        kind: 'unsupported',
        action: 'enrolment.enrol',
      })
      expect(harness.steps).toEqual([INSTRUCTIONS])
    },
  )

  it('that the lock supports is enrolled', async () => {
    const harness = atFrontDoor({ lock: porch, families: ['mini-program', 'open-api'] })
    addReaders(harness)
    const { attempt } = enrol(harness, { type: 'face' })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ type: 'face' })
  })

  it.each([
    ['is unavailable', atFrontDoor(), undefined],
    ['is rejected', atFrontDoor({ families: ['mini-program', 'open-api'] }), { vendorCode: 2001 }],
    ['is empty', atFrontDoor({ families: ['mini-program', 'open-api'] }), 'empty'],
  ] as const)('is sent to the cloud if the list of instructions %s', async (_, harness, fault) => {
    if (fault !== undefined) harness.simulator.faults.always(INSTRUCTIONS, fault)
    const { attempt } = enrol(harness, { type: 'face' })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'vendor',
      code: 2008,
    })
    expect(harness.steps).toContain(ENTRY)
  })

  it('does not delay a cancellation while the list of instructions is read', async () => {
    const harness = atGate()
    harness.simulator.faults.next(INSTRUCTIONS, { slowMs: 9_000 })
    const { attempt } = enrol(harness)
    attempt.cancel()
    const startedAt = harness.clock.now()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    expect(harness.clock.now() - startedAt).toBeLessThan(1_000)
  })
})

describe('the channel of an enrolment', () => {
  it('is the route if the number of the user is unknown', async () => {
    const harness = atGate({ families: ['open-api'], pushes: true })
    await settle(harness.clock, enrol(harness).attempt.done)
    expect(harness.steps.some((name) => name.startsWith('send'))).toBe(false)
  })

  it('is the data points if the caller gives the number of the user', async () => {
    const harness = atGate({ families: ['open-api'], pushes: true })
    await settle(harness.clock, enrol(harness, { lockUserId: 2, user: admin.userId }).attempt.done)
    expect(harness.steps.some((name) => name.startsWith('send'))).toBe(true)
  })

  it('may be the route with isAdmin false and times 0', async () => {
    const harness = atFrontDoor()
    await settle(harness.clock, enrol(harness, { isAdmin: false, times: 0 }).attempt.done)
  })
})
