import { describe, expect, it } from 'vitest'
import { failureOf, outcomeOf, pass, settle } from '../support/settle'
import {
  admin,
  another,
  atFrontDoor,
  common,
  enrol,
  leftBehind,
  newMethods,
  nothing,
  orders,
  synchronised,
} from './support'

const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'

describe('a method of another user', () => {
  it('is not assigned to our user before the first step at the door', async () => {
    const stage = atFrontDoor({ pushes: false })
    stage.lock.enrolmentFailure = 'timed-out'
    const { attempt } = enrol(stage, { type: 'card' })
    await pass(stage.clock, 1_000)
    synchronised(stage, 9, undefined, 'unlock_card')
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      delivery: 'unknown',
    })
    expect(newMethods(stage).map(({ userId }) => userId)).toEqual([undefined])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it.each([
    ['nobody', undefined],
    ['our user', admin.userId],
  ])('is none of ours where more than one of %s is new', async (_, userId) => {
    const stage = atFrontDoor()
    stage.lock.enrolmentFailure = 'duplicate'
    const { attempt } = enrol(stage)
    await pass(stage.clock, 1_000)
    for (const unlockSn of [21, 22, 23]) synchronised(stage, unlockSn, userId)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    expect(newMethods(stage).map((method) => method.userId)).toEqual([userId, userId, userId])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('leaves the lock with nothing to take in where the lists alone show it', async () => {
    const stage = atFrontDoor({ pushes: false })
    stage.lock.enrolmentFailure = 'timed-out'
    const { attempt, steps } = enrol(stage)
    await pass(stage.clock, 1_000)
    synchronised(stage, 21, admin.userId)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 21 })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'enrolling', done: 0 }])
    expect(stage.lock.enrolment).toBeUndefined()
    expect(orders(stage)).toEqual(['start-enrolment', 'cancel-enrolment'])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it.each([true, false])('is not ours after a lost start command: unassigned %s', async (keeps) => {
    const stage = atFrontDoor()
    stage.lock.storesUnassigned = keeps
    const theirs = enrol(another(stage), { user: common.userId })
    await pass(stage.clock, 1_000)
    stage.simulator.faults.next(ENTRY, 'drop-before')
    const { attempt, steps } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    expect(steps).not.toContainEqual(expect.objectContaining({ step: 'enrolling' }))
    expect(await settle(stage.clock, theirs.attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(newMethods(stage).map(({ userId }) => userId)).toEqual([common.userId])
  })

  it('is not ours after a lost start command and a later start of theirs', async () => {
    const stage = atFrontDoor()
    stage.lock.storesUnassigned = true
    stage.simulator.faults.next(ENTRY, 'drop-before')
    const { attempt } = enrol(stage)
    await pass(stage.clock, 1_000)
    const theirs = enrol(another(stage), { user: common.userId })
    const [ours] = await Promise.all([
      outcomeOf(stage.clock, attempt.done),
      theirs.attempt.done.catch(() => undefined),
    ])
    expect(ours).toMatchObject({ error: { kind: 'outcome-unknown' } })
    expect(newMethods(stage).map(({ userId }) => userId)).not.toContain(admin.userId)
  })
})
