import { describe, expect, it } from 'vitest'
import type { Family } from '../../../src/core/action'
import type { EnrolRequest } from '../../../src/flows/enrolment/enrol-request'
import { failureOf, settle } from '../support/settle'
import { createStage } from '../support/stage'
import { admin, atFrontDoor, atGate, enrol, gardenGate } from './support'

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
    const stage = createStage({ lock, families, pushes: true })
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
    const stage = createStage({
      lock: { id: 'vdevo-front-door' },
      families: ['mini-program'],
      dataPoints: true,
    })
    const { attempt } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'unsupported' })
  })
})

describe('the way', () => {
  it('goes over the route where nobody can say the number of the user', async () => {
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
