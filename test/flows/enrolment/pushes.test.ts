import { concatMap, EMPTY, from, of, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { failureOf, flush, pass, settle } from '../support/settle'
import {
  atFrontDoor,
  common,
  enrol,
  frontDoor,
  garage,
  newMethods,
  noOpenResources,
  openResources,
  withPushes,
} from './support'

const DELETE =
  'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}'

describe('unrelated pushes in the queue', () => {
  const push = (bizData: object, more: object = {}) => ({
    bizCode: 'doorUnlockMethodStatus',
    devId: frontDoor.id,
    ts: Date.UTC(2026, 5, 1, 13),
    bizData: { event: 'unlockMethodEntry', ...bizData },
    ...more,
  })

  it.each([
    ['the end of an enrolment on another lock', push({ finish: true }, { devId: garage.id })],
    ['a deletion', push({ event: 'unlockMethodDelete', finish: true })],
    ['another kind of push', { bizCode: 'online', devId: frontDoor.id }],
    ['a push that is not JSON', 'no json'],
  ])('do not affect the enrolment: %s', async (_, unrelated) => {
    const harness = atFrontDoor()
    const injected$ = new Subject<unknown>()
    const { attempt, steps } = enrol(harness, {}, withPushes(harness, injected$))
    await pass(harness.clock, 3_000)
    const seen = steps.length
    injected$.next(unrelated)
    await flush()
    expect(steps).toHaveLength(seen)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(injected$.observed).toBe(false)
  })

  it('about a deleted method do not affect the enrolment', async () => {
    const harness = atFrontDoor()
    const { attempt } = enrol(harness)
    await pass(harness.clock, 3_000)
    const removal = harness.panel.apiRequest(DELETE, {
      device_id: harness.deviceId,
      user_type: 2,
      user_id: common.userId,
      unlock_type: 'password',
      unlock_no: 2,
    })
    await settle(harness.clock, removal)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('about the end of an earlier enrolment do not end this one', async () => {
    const harness = atFrontDoor()
    const injected$ = new Subject<unknown>()
    const { attempt } = enrol(harness, {}, withPushes(harness, injected$))
    await pass(harness.clock, 1_000)
    injected$.next(push({ finish: true }, { ts: Date.UTC(2026, 4, 1) }))
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('about an earlier end do not end an enrolment before its start', async () => {
    const harness = atFrontDoor()
    const pushed$ = new Subject<unknown>()
    const { attempt } = enrol(harness, {}, { pushes$: pushed$ })
    await pass(harness.clock, 100)
    pushed$.next(push({ finish: true }, { ts: Date.UTC(2026, 4, 1) }))
    await pass(harness.clock, 100)
    pushed$.next(push({ operate: 1, raised: true }))
    await pass(harness.clock, 20_000)
    pushed$.next(push({ finish: true }, { ts: Date.UTC(2026, 5, 1, 14) }))
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('of an earlier enrolment do not affect this one when delivered again', async () => {
    const harness = atFrontDoor()
    await settle(harness.clock, enrol(harness).attempt.done)
    const injected$ = new Subject<unknown>()
    const { attempt, steps } = enrol(harness, { type: 'card' }, withPushes(harness, injected$))
    await pass(harness.clock, 100)
    const seen = steps.length
    for (const old of harness.simulator.pushes.slice(0, -2)) injected$.next(old)
    await flush()
    expect(steps).toHaveLength(seen)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ type: 'card', unlockSn: 3 })
  })
})

describe('the push queue', () => {
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

  it('may deliver pushes in another order: completed steps stay completed', async () => {
    const harness = atFrontDoor()
    const pushed$ = new Subject<unknown>()
    const { attempt, steps } = enrol(harness, {}, { pushes$: pushed$ })
    await pass(harness.clock, 20_000)
    const [raised, total, first, second, ...rest] = harness.simulator.pushes
    from([raised, total, second, first, ...rest]).subscribe((push) => pushed$.next(push))
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(steps.slice(2)).toEqual(
      [0, 2, 3, 4, 5].map((done) => ({ step: 'enrolling', done, total: 5 })),
    )
  })

  it('may lose the number of steps, which follows from the remaining steps', async () => {
    const harness = atFrontDoor()
    const pushed$ = new Subject<unknown>()
    const { attempt, steps } = enrol(harness, {}, { pushes$: pushed$ })
    await pass(harness.clock, 20_000)
    const [raised, , ...rest] = harness.simulator.pushes
    for (const push of [raised, ...rest]) pushed$.next(push)
    await settle(harness.clock, attempt.done)
    expect(steps.slice(1)).toEqual([
      { step: 'enrolling', done: 0 },
      ...[1, 2, 3, 4, 5].map((done) => ({ step: 'enrolling', done, total: 5 })),
    ])
  })

  it('may lose the end, because the lists show the method later', async () => {
    const harness = atFrontDoor()
    const { pushes$ = EMPTY } = harness.options
    const isEnd = (push: unknown) => String(push).includes('finish')
    const { attempt } = enrol(
      harness,
      {},
      { pushes$: pushes$.pipe(concatMap((push) => (isEnd(push) ? EMPTY : of(push)))) },
    )
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(newMethods(harness)).toHaveLength(1)
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('may be ahead of the lists', async () => {
    const harness = atFrontDoor()
    const pushed$ = new Subject<unknown>()
    const { attempt } = enrol(harness, {}, { pushes$: pushed$ })
    await pass(harness.clock, 10_500)
    pushed$.next({
      bizCode: 'doorUnlockMethodStatus',
      devId: frontDoor.id,
      bizData: { event: 'unlockMethodEntry', finish: true },
    })
    await flush()
    expect(newMethods(harness)).toEqual([])
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('may end, and the enrolment stops the lock', async () => {
    const harness = atFrontDoor()
    const pushed$ = new Subject<unknown>()
    const { attempt } = enrol(harness, {}, { pushes$: pushed$ })
    await pass(harness.clock, 3_000)
    pushed$.complete()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'transport',
      delivery: 'unknown',
    })
    expect(await openResources(harness)).toEqual(noOpenResources)
  })
})
