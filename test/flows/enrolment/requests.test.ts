import { describe, expect, it } from 'vitest'
import type { Family } from '../../../src/core/action'
import type { ParamsError } from '../../../src/core/errors/params-error'
import type { EnrolRequest } from '../../../src/flows/enrolment/enrol-request'
import { enrolment } from '../../../src/flows/enrolment/enrolment'
import { createHarness } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { admin, atFrontDoor, atGate, enrol, gardenGate, giveReaders, porch } from './support'

const DAY_MS = 86_400_000

const wrong: readonly (readonly [string, Partial<EnrolRequest>])[] = [
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

const never: readonly (readonly [string, Partial<EnrolRequest>])[] = [
  ['validity.toMs', { validity: { fromMs: DAY_MS, toMs: DAY_MS + 999 } }],
  ['validity.weekly.days', weekly({ days: [], fromMinute: 0, toMinute: 60 })],
  ['validity.weekly.toMinute', weekly({ days: [1], fromMinute: 600, toMinute: 300 })],
  ['validity.weekly.toMinute', weekly({ days: [1], fromMinute: 600, toMinute: 600 })],
]

describe('a method that would never open', () => {
  it.each(never)('is refused before anything leaves: %s', async (path, request) => {
    const stage = atGate()
    const { attempt } = enrol(stage, request)
    const error = await failureOf(stage.clock, attempt.done)
    expect(error).toMatchObject({ kind: 'params', issues: [{ path }] })
    expect(stage.steps).toEqual([])
  })
})

describe('what is no request at all', () => {
  it.each([
    ['validity', { validity: null }],
    ['validity', { validity: 'always' }],
    ['validity.weekly', { validity: { fromMs: 0, toMs: DAY_MS, weekly: null } }],
    ['validity.weekly.days', weekly({})],
    ['validity.weekly.days', weekly({ days: 'all' })],
  ])('is refused: %s', async (path, request) => {
    const stage = atGate()
    const { attempt } = enrol(stage, request as never)
    const error = await failureOf(stage.clock, attempt.done)
    expect(error).toMatchObject({ kind: 'params' })
    expect((error as ParamsError).issues[0]).toMatchObject({ path })
    expect(stage.steps).toEqual([])
  })

  it.each([null, undefined, 'fingerprint'])('is refused: %s', async (request) => {
    const { panel, deviceId, options, clock } = atGate()
    const { done } = enrolment(panel, deviceId, options).enrol(request as never)
    expect(await failureOf(clock, done)).toMatchObject({ kind: 'params' })
  })
})

describe('a request that does not fit', () => {
  it.each(wrong)('is refused before anything leaves: %s', async (path, request) => {
    const stage = atGate()
    const { attempt, steps } = enrol(stage, request)
    const error = await failureOf(stage.clock, attempt.done)
    expect(error).toMatchObject({ kind: 'params', action: 'enrolment.enrol', issues: [{ path }] })
    expect(JSON.stringify(error)).not.toContain(request.password ?? 'no digits')
    expect(steps).toEqual([{ step: 'starting' }])
    expect(stage.steps).toEqual([])
  })

  it('is refused with a number of the cloud that no lock can have', async () => {
    const stage = atGate()
    const [, user] = stage.lock.users
    stage.lock.users.splice(1, 1, { userId: user?.userId ?? '', lockUserId: 300 })
    const { attempt } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'params',
      issues: [{ path: 'lockUserId' }],
    })
  })

  it('has a password for a lock at which it is typed', async () => {
    const stage = atFrontDoor()
    const { attempt } = enrol(stage, { type: 'password', password: '2048163' })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'params',
      issues: [{ path: 'password' }],
    })
  })
})

describe('what a way does not carry', () => {
  const refusal = async (
    families: readonly Family[],
    request: Partial<EnrolRequest>,
    lock = gardenGate,
  ) => {
    const stage = createHarness({ lock, families, pushes: true })
    const error = await failureOf(stage.clock, enrol(stage, request).attempt.done)
    expect(stage.steps).toEqual([])
    return error
  }

  it.each([{ isAdmin: true }, { times: 1 }, { validity: { fromMs: 0, toMs: DAY_MS } }])(
    'is not left out in silence: %j',
    async (details) => {
      expect(await refusal(['open-api'], details)).toMatchObject({ kind: 'unsupported' })
    },
  )

  it('is a kind that the route has no name for', async () => {
    expect(await refusal(['open-api'], { type: 'finger-vein' })).toMatchObject({
      kind: 'unsupported',
    })
  })

  it('is any enrolment, without data points and without the route', async () => {
    expect(await refusal(['mini-program', 'panel'], {})).toMatchObject({ kind: 'unsupported' })
  })

  it('is a lock without the data point', async () => {
    const stage = createHarness({
      lock: { id: 'vdevo-front-door' },
      families: ['mini-program'],
      dataPoints: true,
    })
    const { attempt } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'unsupported' })
  })
})

describe('a kind that the lock does not read', () => {
  const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
  const ASKED = 'doorLock.getAvailableInstructions'

  it.each([
    ['the route', () => atFrontDoor({ families: ['mini-program', 'open-api'] })],
    ['data points', atGate],
  ] as const)('is refused before the order leaves, over %s', async (_, stageOf) => {
    const stage = stageOf()
    const { attempt } = enrol(stage, { type: 'face' })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'unsupported',
      action: 'enrolment.enrol',
    })
    expect(stage.steps).toEqual([ASKED])
  })

  it('goes where the lock has it', async () => {
    const stage = atFrontDoor({ lock: porch, families: ['mini-program', 'open-api'] })
    giveReaders(stage)
    const { attempt } = enrol(stage, { type: 'face' })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ type: 'face' })
  })

  it.each([
    ['cannot be asked', atFrontDoor(), undefined],
    [
      'gives no answer',
      atFrontDoor({ families: ['mini-program', 'open-api'] }),
      { vendorCode: 2001 },
    ],
    ['knows none', atFrontDoor({ families: ['mini-program', 'open-api'] }), 'empty'],
  ] as const)('is left to the cloud where the lock %s', async (_, stage, fault) => {
    if (fault !== undefined) stage.simulator.faults.always(ASKED, fault)
    const { attempt } = enrol(stage, { type: 'face' })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'vendor', code: 2008 })
    expect(stage.steps).toContain(ENTRY)
  })

  it('is asked for without keeping anybody who cancels waiting', async () => {
    const stage = atGate()
    stage.simulator.faults.next(ASKED, { slowMs: 9_000 })
    const { attempt } = enrol(stage)
    attempt.cancel()
    const startedAt = stage.clock.now()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    expect(stage.clock.now() - startedAt).toBeLessThan(1_000)
  })
})

describe('the way', () => {
  it('uses the route if the number of the user is unknown', async () => {
    const stage = atGate({ families: ['open-api'], pushes: true })
    await settle(stage.clock, enrol(stage).attempt.done)
    expect(stage.steps.some((name) => name.startsWith('send'))).toBe(false)
  })

  it('goes over data points where it is known', async () => {
    const stage = atGate({ families: ['open-api'], pushes: true })
    await settle(stage.clock, enrol(stage, { lockUserId: 2, user: admin.userId }).attempt.done)
    expect(stage.steps.some((name) => name.startsWith('send'))).toBe(true)
  })

  it('of another kind than the defaults may be given as zero and false', async () => {
    const stage = atFrontDoor()
    await settle(stage.clock, enrol(stage, { isAdmin: false, times: 0 }).attempt.done)
  })
})
