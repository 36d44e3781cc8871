import { NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { createPanel } from '../../../src/core/panel/create-panel'
import { failureOf, pass, settle } from '../support/settle'
import {
  addReaders,
  admin,
  atFrontDoor,
  cellar,
  commandsOf,
  common,
  enrol,
  frontDoor,
  garage,
  gardenGate,
  newMethods,
  noOpenResources,
  office,
  openResources,
  porch,
} from './support'

const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
const KEYS =
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'

describe('an enrolment over the route with pushes', () => {
  it('reports each reading, and finds the fingerprint in the lists', async () => {
    const harness = atFrontDoor()
    const { attempt, steps } = enrol(harness)
    expect(await settle(harness.clock, attempt.done)).toEqual({
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
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'enrol-method'])
    expect(await openResources(harness)).toEqual(noOpenResources)
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
  ] as const)('enrols a %s', async (type, lock) => {
    const harness = atFrontDoor({ lock, families: ['mini-program', 'open-api'] })
    addReaders(harness)
    const { attempt } = enrol(harness, { type })
    const method = await settle(harness.clock, attempt.done)
    expect(method).toMatchObject({ type, isAssigned: true })
    expect(newMethods(harness)).toMatchObject([{ unlockSn: method.unlockSn, userId: admin.userId }])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('reads answers in the sampled shape', async () => {
    const harness = atFrontDoor({ shape: 'sampled' })
    const { attempt } = enrol(harness, { type: 'card' })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ type: 'card', unlockSn: 3 })
  })

  it.each([
    [frontDoor, undefined, 2],
    [frontDoor, true, 1],
    [cellar, undefined, 1],
    [porch, undefined, 1],
    [garage, undefined, 1],
    [garage, false, 2],
  ])('sends the kind of the user', async (lock, isHomeUser, user_type) => {
    const harness = atFrontDoor({ lock })
    const { attempt } = enrol(harness, { ...(isHomeUser !== undefined && { isHomeUser }) })
    await settle(harness.clock, attempt.done)
    expect(harness.simulator.requests.find(({ action }) => action === ENTRY)?.params).toMatchObject(
      {
        user_type,
      },
    )
  })

  it('assigns a method to the user that the lock stored as unassigned', async () => {
    for (const families of [['mini-program', 'open-api'], ['open-api']] as const) {
      const harness = atFrontDoor({ families })
      harness.lock.storesUnassigned = true
      const { attempt } = enrol(harness)
      expect(await settle(harness.clock, attempt.done)).toMatchObject({
        unlockSn: 4,
        isAssigned: true,
      })
      expect(newMethods(harness)).toMatchObject([{ userId: admin.userId }])
    }
  })

  it('reports the method as unassigned if the assignment fails', async () => {
    const harness = atFrontDoor()
    harness.lock.storesUnassigned = true
    harness.simulator.faults.always(
      'POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate',
      { vendorCode: 1106 },
    )
    const { attempt } = enrol(harness)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({
      unlockSn: 4,
      isAssigned: false,
    })
  })

  it('does not stop an enrolment of another app: 2328', async () => {
    const harness = atFrontDoor()
    const otherPanel = createPanel({
      actions: allActions,
      transport: harness.simulator.asTransport(),
      clock: harness.clock,
    })
    const params = {
      device_id: harness.deviceId,
      user_id: common.userId,
      unlock_type: 'card',
    } as const
    await settle(harness.clock, otherPanel.apiRequest(ENTRY, params))
    const { attempt, steps } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'vendor',
      code: 2328,
    })
    expect(steps.at(-1)).not.toEqual({ step: 'stopping' })
    await pass(harness.clock, 10_000)
    expect(newMethods(harness)).toMatchObject([{ dpCode: 'unlock_card', userId: common.userId }])
  })

  it('ignores the steps of another enrolment', async () => {
    const harness = atFrontDoor()
    const otherPanel = createPanel({
      actions: allActions,
      transport: harness.simulator.asTransport(),
      clock: harness.clock,
    })
    harness.simulator.faults.next(ENTRY, 'throttle')
    const { attempt } = enrol(harness)
    await pass(harness.clock, 100)
    const params = {
      device_id: harness.deviceId,
      user_id: common.userId,
      unlock_type: 'card',
    } as const
    await settle(harness.clock, otherPanel.apiRequest(ENTRY, params))
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'vendor',
      code: 2328,
    })
    expect(commandsOf(harness)).not.toContain('cancel-enrolment')
  })

  it('resends the start command while the cloud is busy, and starts once', async () => {
    const harness = atFrontDoor()
    harness.simulator.faults.next(ENTRY, 'throttle')
    harness.simulator.faults.next(ENTRY, { vendorCode: 1110 })
    const { attempt } = enrol(harness)
    await settle(harness.clock, attempt.done)
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'enrol-method'])
  })
})

describe('a lost answer to the start command', () => {
  it('does not end the enrolment if the pushes show the start', async () => {
    const harness = atFrontDoor()
    harness.simulator.faults.next(ENTRY, 'drop-after')
    const { attempt, steps } = enrol(harness)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(steps.at(-1)).toEqual({ step: 'enrolling', done: 5, total: 5 })
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'enrol-method'])
  })

  it('leads to a time-out if the pushes show the start but no end', async () => {
    const harness = atFrontDoor()
    harness.simulator.faults.next(ENTRY, 'drop-after')
    harness.lock.enrolmentFailure = 'timed-out'
    const { attempt } = enrol(harness, { stepTimeoutMs: 20_000 })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      afterMs: 20_000,
    })
  })

  it('leads to a stop command and an unknown outcome if no push shows the start', async () => {
    const harness = atFrontDoor()
    harness.simulator.faults.next(ENTRY, 'drop-after')
    harness.lock.enrolmentFailure = 'timed-out'
    const { attempt, steps } = enrol(harness, {}, { pushes$: NEVER })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      check: KEYS,
    })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'stopping' }, { step: 'stopped' }])
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'cancel-enrolment'])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })
})
