import { NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { createPanel } from '../../../src/core/panel/create-panel'
import { failureOf, pass, settle } from '../support/settle'
import {
  admin,
  atFrontDoor,
  cellar,
  common,
  enrol,
  frontDoor,
  garage,
  gardenGate,
  giveReaders,
  leftBehind,
  newMethods,
  nothing,
  office,
  orders,
  porch,
} from './support'

const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
const KEYS =
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'

describe('an enrolment over the route, with the pushes of the cloud', () => {
  it('tells each time that the finger is read, and finds the fingerprint in the lists', async () => {
    const stage = atFrontDoor()
    const { attempt, steps } = enrol(stage)
    expect(await settle(stage.clock, attempt.done)).toEqual({
      type: 'fingerprint',
      userId: admin.userId,
      unlockSn: 4,
      isAssigned: true,
    })
    expect(steps).toEqual([
      { step: 'starting' },
      { step: 'enrolling', done: 0 },
      ...[0, 1, 2, 3, 4, 5].map((done) => ({ step: 'enrolling', done, total: 5 })),
    ])
    expect(orders(stage)).toEqual(['start-enrolment', 'enrol-method'])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it.each([
    ['card', porch],
    ['card', garage],
    ['card', cellar],
    ['card', office],
    ['face', porch],
    ['remote-control', frontDoor],
    ['remote-control', office],
    ['password', frontDoor],
    ['password', garage],
    ['remote-control', gardenGate],
  ] as const)('takes in a %s', async (type, lock) => {
    const stage = atFrontDoor({ lock, families: ['mini-program', 'open-api'] })
    giveReaders(stage)
    const { attempt } = enrol(stage, { type })
    const method = await settle(stage.clock, attempt.done)
    expect(method).toMatchObject({ type, isAssigned: true })
    expect(newMethods(stage)).toMatchObject([{ unlockSn: method.unlockSn, userId: admin.userId }])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('reads the same out of the answers as they are sampled', async () => {
    const stage = atFrontDoor({ shape: 'sampled' })
    const { attempt } = enrol(stage, { type: 'card' })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ type: 'card', unlockSn: 3 })
  })

  it.each([
    [frontDoor, undefined, 2],
    [frontDoor, true, 1],
    [cellar, undefined, 1],
    [porch, undefined, 1],
    [garage, undefined, 1],
    [garage, false, 2],
  ])('says what kind of user it is for', async (lock, isHomeUser, user_type) => {
    const stage = atFrontDoor({ lock })
    const { attempt } = enrol(stage, { ...(isHomeUser !== undefined && { isHomeUser }) })
    await settle(stage.clock, attempt.done)
    expect(stage.simulator.requests.find(({ action }) => action === ENTRY)?.params).toMatchObject({
      user_type,
    })
  })

  it('assigns a method to the user that the lock stored as unassigned', async () => {
    for (const families of [['mini-program', 'open-api'], ['open-api']] as const) {
      const stage = atFrontDoor({ families })
      stage.lock.storesUnassigned = true
      const { attempt } = enrol(stage)
      expect(await settle(stage.clock, attempt.done)).toMatchObject({
        unlockSn: 4,
        isAssigned: true,
      })
      expect(newMethods(stage)).toMatchObject([{ userId: admin.userId }])
    }
  })

  it('reports the method as unassigned if the assignment fails', async () => {
    const stage = atFrontDoor()
    stage.lock.storesUnassigned = true
    stage.simulator.faults.always(
      'POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate',
      { vendorCode: 1106 },
    )
    const { attempt } = enrol(stage)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({
      unlockSn: 4,
      isAssigned: false,
    })
  })

  it('does not stop an enrolment of another app: 2328', async () => {
    const stage = atFrontDoor()
    const others = createPanel({
      actions: allActions,
      transport: stage.simulator.asTransport(),
      scheduler: stage.clock.scheduler,
    })
    const params = {
      device_id: stage.deviceId,
      user_id: common.userId,
      unlock_type: 'card',
    } as const
    await settle(stage.clock, others.apiRequest(ENTRY, params))
    const { attempt, steps } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'vendor', code: 2328 })
    expect(steps.at(-1)).not.toEqual({ step: 'stopping' })
    await pass(stage.clock, 10_000)
    expect(newMethods(stage)).toMatchObject([{ dpCode: 'unlock_card', userId: common.userId }])
  })

  it('ignores the steps of another enrolment', async () => {
    const stage = atFrontDoor()
    const others = createPanel({
      actions: allActions,
      transport: stage.simulator.asTransport(),
      scheduler: stage.clock.scheduler,
    })
    stage.simulator.faults.next(ENTRY, 'throttle')
    const { attempt } = enrol(stage)
    await pass(stage.clock, 100)
    const params = {
      device_id: stage.deviceId,
      user_id: common.userId,
      unlock_type: 'card',
    } as const
    await settle(stage.clock, others.apiRequest(ENTRY, params))
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'vendor', code: 2328 })
    expect(orders(stage)).not.toContain('cancel-enrolment')
  })

  it('asks again and again where the cloud has no time, and starts once', async () => {
    const stage = atFrontDoor()
    stage.simulator.faults.next(ENTRY, 'throttle')
    stage.simulator.faults.next(ENTRY, { vendorCode: 1110 })
    const { attempt } = enrol(stage)
    await settle(stage.clock, attempt.done)
    expect(orders(stage)).toEqual(['start-enrolment', 'enrol-method'])
  })
})

describe('a lost answer to the start command', () => {
  it('matters little where the pushes show that it arrived', async () => {
    const stage = atFrontDoor()
    stage.simulator.faults.next(ENTRY, 'drop-after')
    const { attempt, steps } = enrol(stage)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(steps.at(-1)).toEqual({ step: 'enrolling', done: 5, total: 5 })
    expect(orders(stage)).toEqual(['start-enrolment', 'enrol-method'])
  })

  it('is forgotten then: what comes to nothing later is a time-out', async () => {
    const stage = atFrontDoor()
    stage.simulator.faults.next(ENTRY, 'drop-after')
    stage.lock.enrolmentFailure = 'timed-out'
    const { attempt } = enrol(stage, { stepTimeoutMs: 20_000 })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      afterMs: 20_000,
    })
  })

  it('is told where nothing shows it: the lock is told to stop', async () => {
    const stage = atFrontDoor()
    stage.simulator.faults.next(ENTRY, 'drop-after')
    stage.lock.enrolmentFailure = 'timed-out'
    const { attempt, steps } = enrol(stage, {}, { pushes$: NEVER })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      check: KEYS,
    })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'stopping' }, { step: 'stopped' }])
    expect(orders(stage)).toEqual(['start-enrolment', 'cancel-enrolment'])
    expect(await leftBehind(stage)).toEqual(nothing)
  })
})
