import { concatMap, EMPTY, from, of, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { failureOf, flush, pass, settle } from '../support/settle'
import {
  alsoPushing,
  atFrontDoor,
  common,
  enrol,
  frontDoor,
  garage,
  leftBehind,
  newMethods,
  nothing,
} from './support'

const DELETE =
  'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}'

describe('pushes of others in the queue', () => {
  const push = (bizData: object, more: object = {}) => ({
    bizCode: 'doorUnlockMethodStatus',
    devId: frontDoor.id,
    ts: Date.UTC(2026, 5, 1, 13),
    bizData: { event: 'unlockMethodEntry', ...bizData },
    ...more,
  })

  it.each([
    ['the end of another lock', push({ finish: true }, { devId: garage.id })],
    ['a deletion', push({ event: 'unlockMethodDelete', finish: true })],
    ['another kind of push', { bizCode: 'online', devId: frontDoor.id }],
    ['what cannot be read', 'no json'],
  ])('are none of this enrolment: %s', async (_, foreign) => {
    const stage = atFrontDoor()
    const others$ = new Subject<unknown>()
    const { attempt, steps } = enrol(stage, {}, alsoPushing(stage, others$))
    await pass(stage.clock, 3_000)
    const seen = steps.length
    others$.next(foreign)
    await flush()
    expect(steps).toHaveLength(seen)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(others$.observed).toBe(false)
  })

  it('are a method that is deleted meanwhile', async () => {
    const stage = atFrontDoor()
    const { attempt } = enrol(stage)
    await pass(stage.clock, 3_000)
    const removal = stage.panel.apiRequest(DELETE, {
      device_id: stage.deviceId,
      user_type: 2,
      user_id: common.userId,
      unlock_type: 'password',
      unlock_no: 2,
    })
    await settle(stage.clock, removal)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('are the late end of an unknown enrolment: it continues', async () => {
    const stage = atFrontDoor()
    const others$ = new Subject<unknown>()
    const { attempt } = enrol(stage, {}, alsoPushing(stage, others$))
    await pass(stage.clock, 1_000)
    others$.next(push({ finish: true }, { ts: Date.UTC(2026, 4, 1) }))
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('are such an end before this one is told of', async () => {
    const stage = atFrontDoor()
    const pushed$ = new Subject<unknown>()
    const { attempt } = enrol(stage, {}, { pushes$: pushed$ })
    await pass(stage.clock, 100)
    pushed$.next(push({ finish: true }, { ts: Date.UTC(2026, 4, 1) }))
    await pass(stage.clock, 100)
    pushed$.next(push({ operate: 1, raised: true }))
    await pass(stage.clock, 20_000)
    pushed$.next(push({ finish: true }, { ts: Date.UTC(2026, 5, 1, 14) }))
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('are those of an earlier enrolment, delivered again', async () => {
    const stage = atFrontDoor()
    await settle(stage.clock, enrol(stage).attempt.done)
    const others$ = new Subject<unknown>()
    const { attempt, steps } = enrol(stage, { type: 'card' }, alsoPushing(stage, others$))
    await pass(stage.clock, 100)
    const seen = steps.length
    for (const old of stage.simulator.pushes.slice(0, -2)) others$.next(old)
    await flush()
    expect(steps).toHaveLength(seen)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ type: 'card', unlockSn: 3 })
  })
})

describe('a queue', () => {
  it('may deliver each push twice', async () => {
    const once = atFrontDoor()
    const twice = atFrontDoor()
    const { pushes$ = EMPTY } = twice.options
    const first = enrol(once)
    const second = enrol(twice, {}, { pushes$: pushes$.pipe(concatMap((push) => of(push, push))) })
    await settle(once.clock, first.attempt.done)
    await settle(twice.clock, second.attempt.done)
    expect(second.steps).toEqual(first.steps)
  })

  it('may arrive in another order: completed steps stay completed', async () => {
    const stage = atFrontDoor()
    const pushed$ = new Subject<unknown>()
    const { attempt, steps } = enrol(stage, {}, { pushes$: pushed$ })
    await pass(stage.clock, 20_000)
    const [raised, total, first, second, ...rest] = stage.simulator.pushes
    from([raised, total, second, first, ...rest]).subscribe((push) => pushed$.next(push))
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(steps.slice(2)).toEqual(
      [0, 2, 3, 4, 5].map((done) => ({ step: 'enrolling', done, total: 5 })),
    )
  })

  it('may lose the number of steps: it is read out of what is left', async () => {
    const stage = atFrontDoor()
    const pushed$ = new Subject<unknown>()
    const { attempt, steps } = enrol(stage, {}, { pushes$: pushed$ })
    await pass(stage.clock, 20_000)
    const [raised, , ...rest] = stage.simulator.pushes
    for (const push of [raised, ...rest]) pushed$.next(push)
    await settle(stage.clock, attempt.done)
    expect(steps.slice(1)).toEqual([
      { step: 'enrolling', done: 0 },
      ...[1, 2, 3, 4, 5].map((done) => ({ step: 'enrolling', done, total: 5 })),
    ])
  })

  it('may lose the end: the lists show the method, later', async () => {
    const stage = atFrontDoor()
    const { pushes$ = EMPTY } = stage.options
    const isEnd = (push: unknown) => String(push).includes('finish')
    const { attempt } = enrol(
      stage,
      {},
      { pushes$: pushes$.pipe(concatMap((push) => (isEnd(push) ? EMPTY : of(push)))) },
    )
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(newMethods(stage)).toHaveLength(1)
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('may be ahead of the lists', async () => {
    const stage = atFrontDoor()
    const pushed$ = new Subject<unknown>()
    const { attempt } = enrol(stage, {}, { pushes$: pushed$ })
    await pass(stage.clock, 10_500)
    pushed$.next({
      bizCode: 'doorUnlockMethodStatus',
      devId: frontDoor.id,
      bizData: { event: 'unlockMethodEntry', finish: true },
    })
    await flush()
    expect(newMethods(stage)).toEqual([])
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('may end: the lock is told to stop', async () => {
    const stage = atFrontDoor()
    const pushed$ = new Subject<unknown>()
    const { attempt } = enrol(stage, {}, { pushes$: pushed$ })
    await pass(stage.clock, 3_000)
    pushed$.complete()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'transport',
      delivery: 'unknown',
    })
    expect(await leftBehind(stage)).toEqual(nothing)
  })
})
