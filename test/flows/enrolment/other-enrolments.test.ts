import { describe, expect, it } from 'vitest'
import { failureOf, outcomeOf, pass, settle } from '../support/settle'
import {
  addOlderMethod,
  admin,
  atFrontDoor,
  commandsOf,
  common,
  enrol,
  newMethods,
  noOpenResources,
  openResources,
  otherApp,
} from './support'

const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'

describe('a method of another enrolment', () => {
  it('is not assigned to the enrolled user before the first step at the lock', async () => {
    const harness = atFrontDoor({ pushes: false })
    harness.lock.enrolmentFailure = 'timed-out'
    const { attempt } = enrol(harness, { type: 'card' })
    await pass(harness.clock, 1_000)
    addOlderMethod(harness, 9, undefined, 'unlock_card')
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'timeout',
      candidates: [{ type: 'card', unlockSn: 9 }],
    })
    expect(newMethods(harness).map(({ userId }) => userId)).toEqual([undefined])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it.each([
    ['no user', undefined],
    ['the enrolled user', admin.userId],
  ])('is not returned if several new methods belong to %s', async (_, userId) => {
    const harness = atFrontDoor()
    harness.lock.enrolmentFailure = 'duplicate'
    const { attempt } = enrol(harness)
    await pass(harness.clock, 1_000)
    for (const unlockSn of [21, 22, 23]) addOlderMethod(harness, unlockSn, userId)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    expect(newMethods(harness).map((method) => method.userId)).toEqual([userId, userId, userId])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  // The cloud refuses a second enrolment of a lock (2328), and an answer to the stop does not say what it stopped.
  it('is the result if it is the only new one that the lists show for the enrolled user', async () => {
    const harness = atFrontDoor({ pushes: false })
    harness.lock.enrolmentFailure = 'timed-out'
    const { attempt, steps } = enrol(harness)
    await pass(harness.clock, 1_000)
    addOlderMethod(harness, 21, admin.userId)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({
      unlockSn: 21,
      userId: admin.userId,
    })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'enrolling', done: 0 }])
    expect(harness.lock.enrolment).toBeUndefined()
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'cancel-enrolment'])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it.each([true, false])(
    'is not returned after a lost start command, stored as unassigned: %s',
    async (storesUnassigned) => {
      const harness = atFrontDoor()
      harness.lock.storesUnassigned = storesUnassigned
      const other = enrol(otherApp(harness), { user: common.userId })
      await pass(harness.clock, 1_000)
      harness.simulator.faults.next(ENTRY, 'drop-before')
      const { attempt, steps } = enrol(harness)
      expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
        kind: 'outcome-unknown',
      })
      expect(steps).not.toContainEqual(expect.objectContaining({ step: 'enrolling' }))
      expect(await settle(harness.clock, other.attempt.done)).toMatchObject({ unlockSn: 4 })
      expect(newMethods(harness).map(({ userId }) => userId)).toEqual([common.userId])
    },
  )

  it('is not returned after a lost start command and a later start by another user', async () => {
    const harness = atFrontDoor()
    harness.lock.storesUnassigned = true
    harness.simulator.faults.next(ENTRY, 'drop-before')
    const { attempt } = enrol(harness)
    await pass(harness.clock, 1_000)
    const other = enrol(otherApp(harness), { user: common.userId })
    const [outcome] = await Promise.all([
      outcomeOf(harness.clock, attempt.done),
      other.attempt.done.catch(() => undefined),
    ])
    expect(outcome).toMatchObject({ error: { kind: 'outcome-unknown' } })
    expect(newMethods(harness).map(({ userId }) => userId)).not.toContain(admin.userId)
  })
})
