import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { MemberValidity } from '../../../src/entries/flows/members'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { onStage, settledAll } from './crowd'

const { frontDoor, garage, porch, cellar, office } = seed.locks
const { owner, admin, common } = seed.members
const shapes = ['documented', 'sampled'] as const
const CHANGE = 'PUT /v1.0/devices/{device_id}/users/{user_id}'
const READ = 'GET /v1.0/devices/{device_id}/users/{user_id}'
const DAY_MS = 24 * 60 * 60_000

const memberOf = ({ stage }: ReturnType<typeof onStage>, userId: string) =>
  stage.simulator.world.members.find((member) => member.userId === userId)

describe.each(shapes)('a change of a member, in the %s shape', (shape) => {
  it('goes out as it is where the name and the sex are given', async () => {
    const { stage, flow } = onStage(garage, 'open-api', { shape })
    await settle(
      stage.clock,
      flow.change(common.userId, { name: 'Clara', sex: 'female', heightCm: 171 }),
    )
    expect(stage.steps).toEqual([CHANGE])
    expect(memberOf({ stage, flow }, common.userId)).toMatchObject({
      nickName: 'Clara',
      sex: '2',
      height: 171,
    })
  })

  it('is filled up with what the cloud knows', async () => {
    const { stage, flow } = onStage(garage, 'open-api', { shape })
    const { id } = await settle(stage.clock, flow.add({ name: 'Nadia', sex: 'female' }))
    stage.begin()
    await settle(stage.clock, flow.change(id, { name: 'Nadja' }))
    await settle(stage.clock, flow.change(id, { weightGrams: 61_000 }))
    expect(stage.steps).toEqual([READ, CHANGE, READ, CHANGE])
    expect(stage.simulator.world.deviceUsers).toMatchObject([
      { nickName: 'Nadja', sex: '2', weight: 61_000 },
    ])
  })

  it('is refused where the cloud knows no sex either', async () => {
    const { stage, flow } = onStage(garage, 'open-api', { shape })
    expect(
      await failureOf(stage.clock, flow.change(common.userId, { name: 'Clara' })),
    ).toMatchObject({ kind: 'lock', action: 'members.change', reason: 'incomplete' })
    expect(stage.steps).toEqual([READ])
  })
})

describe('a change of a member', () => {
  it('to an empty name, or of an empty id, is not sent', async () => {
    const { stage, flow } = onStage(garage, 'open-api')
    for (const [id, name] of [
      [common.userId, ''],
      ['', 'Clara'],
    ] as const)
      expect(await failureOf(stage.clock, flow.change(id, { name }))).toMatchObject({
        kind: 'params',
      })
    expect(stage.steps).toEqual([])
  })

  it('is not carried by mini-program operations and panel APIs', async () => {
    const { stage, flow } = onStage(frontDoor, ['mini-program', 'panel'])
    expect(await failureOf(stage.clock, flow.change('1003', { name: 'C' }))).toMatchObject({
      kind: 'unsupported',
    })
    expect(stage.steps).toEqual([])
  })
})

describe.each(shapes)('a role, in the %s shape', (shape) => {
  it('is given and taken again', async () => {
    const { stage, flow } = onStage(office, 'open-api', { shape })
    await settle(stage.clock, flow.setRole(common.userId, 'administrator'))
    const isNow = async () => (await settle(stage.clock, flow.get(common.userId))).role
    expect(await isNow()).toBe('administrator')
    await settle(stage.clock, flow.setRole(common.userId, 'member'))
    expect(await isNow()).toBe('member')
  })
})

describe('a role', () => {
  it('is never taken from the owner', async () => {
    const { stage, flow } = onStage(office, 'open-api')
    expect(await failureOf(stage.clock, flow.setRole(owner.userId, 'member'))).toMatchObject({
      code: 1106,
    })
  })

  it('is one of two, which a program without types is told', async () => {
    const { stage, flow } = onStage(office, 'open-api')
    const setRole = flow.setRole as (id: string, role: string) => Promise<void>
    expect(await failureOf(stage.clock, setRole(common.userId, 'owner'))).toMatchObject({
      kind: 'params',
      issues: [{ path: 'role' }],
    })
    expect(stage.steps).toEqual([])
  })

  it('can be given on access control devices alone', async () => {
    const { stage, flow } = onStage(porch, ['mini-program', 'panel', 'open-api'])
    expect(await failureOf(stage.clock, flow.setRole('1003', 'member'))).toMatchObject({
      kind: 'unsupported',
      action: 'members.setRole',
    })
  })
})

const weekdays: MemberValidity = {
  fromMs: START_MS,
  toMs: START_MS + 30 * DAY_MS,
  weekly: [
    { days: [1, 2, 3, 4, 5], fromMinute: 7 * 60 + 30, toMinute: 17 * 60 },
    { days: [0, 6], fromMinute: 0, toMinute: 24 * 60 },
  ],
  timeZone: 'Europe/London',
}

describe('a validity', () => {
  it.each([office, cellar])('with hours of the week comes back as it was set', async (lock) => {
    const { stage, flow } = onStage(lock, 'open-api')
    await settle(stage.clock, flow.setValidity(common.userId, weekdays))
    expect(memberOf({ stage, flow }, common.userId)?.validity).toMatchObject({
      effectiveTime: START_MS / 1000,
      days: [
        { workingDay: 62, startMinute: 450, endMinute: 1020, allDay: false },
        { workingDay: 65, startMinute: 0, endMinute: 1440, allDay: true },
      ],
    })
    const chloe = (await settledAll(stage, flow.all())).find(({ id }) => id === common.userId)
    expect(chloe).toMatchObject({
      validity: weekdays,
      validityDelivery: 'delivered',
      state: 'valid',
    })
    await settle(stage.clock, flow.setValidity(common.userId, { permanent: true }))
    const later = (await settledAll(stage, flow.all())).find(({ id }) => id === common.userId)
    expect(later?.validity).toEqual({ permanent: true })
  })

  it('is what mini-program operations show, without the time zone', async () => {
    const { stage, flow } = onStage(cellar, ['mini-program', 'open-api'])
    await settle(stage.clock, flow.setValidity(common.userId, weekdays))
    const { timeZone: _, ...shown } = weekdays
    const [, , chloe] = await settledAll(stage, flow.all())
    expect(chloe?.validity).toEqual(shown)
    expect(stage.steps.at(-1)).toBe('doorLock.listUsers')
  })

  it('is on its way while the lock is offline', async () => {
    const { stage, flow } = onStage(office, 'open-api')
    await settle(stage.clock, flow.setValidity(common.userId, weekdays))
    stage.lock.online = false
    expect(await settle(stage.clock, flow.get(common.userId))).toMatchObject({
      validityDelivery: 'ongoing',
    })
  })

  const wrong: readonly (readonly [string, MemberValidity, string])[] = [
    ['no end', { fromMs: START_MS, toMs: Number.POSITIVE_INFINITY }, 'validity.toMs'],
    ['an end before its begin', { fromMs: START_MS, toMs: START_MS - 1 }, 'validity.toMs'],
    ['no time at all', { fromMs: Number.NaN, toMs: START_MS }, 'validity.toMs'],
    [
      'no hours at all',
      { fromMs: START_MS, toMs: START_MS + DAY_MS, weekly: [] },
      'validity.weekly',
    ],
    [
      'hours that are no list',
      { fromMs: START_MS, toMs: START_MS + DAY_MS, weekly: {} as never },
      'validity.weekly',
    ],
    ['no list of days', hours(undefined as never, 0, 60), 'validity.weekly[0]'],
    ['no days', hours([], 0, 60), 'validity.weekly[0]'],
    ['an eighth day', hours([7], 0, 60), 'validity.weekly[0]'],
    ['hours beyond midnight', hours([1], 1380, 60), 'validity.weekly[0]'],
    ['more minutes than a day has', hours([1], 0, 1441), 'validity.weekly[0]'],
    ['half a minute', hours([1], 0.5, 60), 'validity.weekly[0]'],
  ]

  it.each(wrong)('with %s leaves nowhere', async (_, validity, path) => {
    const { stage, flow } = onStage(office, 'open-api')
    expect(await failureOf(stage.clock, flow.setValidity(common.userId, validity))).toMatchObject({
      kind: 'params',
      action: 'members.setValidity',
      issues: [{ path }],
    })
    expect(stage.steps).toEqual([])
  })

  it('is never set for the owner', async () => {
    const { stage, flow } = onStage(office, 'open-api')
    expect(await failureOf(stage.clock, flow.setValidity(owner.userId, weekdays))).toMatchObject({
      code: 2306,
    })
  })

  it('is set on keep-alive locks and access control devices alone', async () => {
    const { stage, flow } = onStage(frontDoor, ['mini-program', 'panel', 'open-api'])
    expect(await failureOf(stage.clock, flow.setValidity(admin.userId, weekdays))).toMatchObject({
      kind: 'unsupported',
    })
  })
})

function hours(days: readonly number[], fromMinute: number, toMinute: number): MemberValidity {
  return {
    fromMs: START_MS,
    toMs: START_MS + DAY_MS,
    weekly: [{ days, fromMinute, toMinute }],
  } as unknown as MemberValidity
}
