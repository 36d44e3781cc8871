import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { MemberValidity } from '../../../src/entries/flows/members'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { memberHarness, settledAll } from './member-harness'

const { frontDoor, garage, porch, cellar, office } = seed.locks
const { owner, admin, common } = seed.members
const shapes = ['documented', 'sampled'] as const
const CHANGE = 'PUT /v1.0/devices/{device_id}/users/{user_id}'
const READ = 'GET /v1.0/devices/{device_id}/users/{user_id}'
const DAY_MS = 24 * 60 * 60_000

const memberOf = ({ harness }: ReturnType<typeof memberHarness>, userId: string) =>
  harness.simulator.world.members.find((member) => member.userId === userId)

describe.each(shapes)('members.change() in the %s shape', (shape) => {
  it('sends one request if the caller gives the name and the sex', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api', { shape })
    await settle(
      harness.clock,
      flow.change(common.userId, { name: 'Clara', sex: 'female', heightCm: 171 }),
    )
    expect(harness.steps).toEqual([CHANGE])
    expect(memberOf({ harness, flow }, common.userId)).toMatchObject({
      nickName: 'Clara',
      sex: '2',
      height: 171,
    })
  })

  it('reads the missing name and sex from the cloud first', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api', { shape })
    const { id } = await settle(harness.clock, flow.add({ name: 'Nadia', sex: 'female' }))
    harness.begin()
    await settle(harness.clock, flow.change(id, { name: 'Nadja' }))
    await settle(harness.clock, flow.change(id, { weightGrams: 61_000 }))
    expect(harness.steps).toEqual([READ, CHANGE, READ, CHANGE])
    expect(harness.simulator.world.deviceUsers).toMatchObject([
      { nickName: 'Nadja', sex: '2', weight: 61_000 },
    ])
  })

  it('rejects with the reason incomplete if the cloud has no sex either', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api', { shape })
    expect(
      await failureOf(harness.clock, flow.change(common.userId, { name: 'Clara' })),
    ).toMatchObject({ kind: 'lock', action: 'members.change', reason: 'incomplete' })
    expect(harness.steps).toEqual([READ])
  })
})

describe('members.change()', () => {
  it('sends no request for an empty name or an empty id', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api')
    for (const [id, name] of [
      [common.userId, ''],
      ['', 'Clara'],
    ] as const)
      expect(await failureOf(harness.clock, flow.change(id, { name }))).toMatchObject({
        kind: 'params',
      })
    expect(harness.steps).toEqual([])
  })

  it('is unsupported over mini-program operations and panel APIs', async () => {
    const { harness, flow } = memberHarness(frontDoor, ['mini-program', 'panel'])
    expect(await failureOf(harness.clock, flow.change('1003', { name: 'C' }))).toMatchObject({
      kind: 'unsupported',
    })
    expect(harness.steps).toEqual([])
  })
})

describe.each(shapes)('members.setRole() in the %s shape', (shape) => {
  it('changes the role to administrator and back to member', async () => {
    const { harness, flow } = memberHarness(office, 'open-api', { shape })
    await settle(harness.clock, flow.setRole(common.userId, 'administrator'))
    const roleNow = async () => (await settle(harness.clock, flow.get(common.userId))).role
    expect(await roleNow()).toBe('administrator')
    await settle(harness.clock, flow.setRole(common.userId, 'member'))
    expect(await roleNow()).toBe('member')
  })
})

describe('members.setRole()', () => {
  it('cannot change the role of the owner', async () => {
    const { harness, flow } = memberHarness(office, 'open-api')
    expect(await failureOf(harness.clock, flow.setRole(owner.userId, 'member'))).toMatchObject({
      code: 1106,
    })
  })

  it('rejects a role other than administrator and member before it sends a request', async () => {
    const { harness, flow } = memberHarness(office, 'open-api')
    const setRole = flow.setRole as (id: string, role: string) => Promise<void>
    expect(await failureOf(harness.clock, setRole(common.userId, 'owner'))).toMatchObject({
      kind: 'params',
      issues: [{ path: 'role' }],
    })
    expect(harness.steps).toEqual([])
  })

  it('is unsupported for locks other than access control devices', async () => {
    const { harness, flow } = memberHarness(porch, ['mini-program', 'panel', 'open-api'])
    expect(await failureOf(harness.clock, flow.setRole('1003', 'member'))).toMatchObject({
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

describe('members.setValidity()', () => {
  it.each([office, cellar])(
    'sets a weekly schedule that members.all() returns unchanged: $id',
    async (lock) => {
      const { harness, flow } = memberHarness(lock, 'open-api')
      await settle(harness.clock, flow.setValidity(common.userId, weekdays))
      expect(memberOf({ harness, flow }, common.userId)?.validity).toMatchObject({
        effectiveTime: START_MS / 1000,
        days: [
          { workingDay: 62, startMinute: 450, endMinute: 1020, allDay: false },
          { workingDay: 65, startMinute: 0, endMinute: 1440, allDay: true },
        ],
      })
      const chloe = (await settledAll(harness, flow.all())).find(({ id }) => id === common.userId)
      expect(chloe).toMatchObject({
        validity: weekdays,
        validityDelivery: 'delivered',
        state: 'valid',
      })
      await settle(harness.clock, flow.setValidity(common.userId, { permanent: true }))
      const later = (await settledAll(harness, flow.all())).find(({ id }) => id === common.userId)
      expect(later?.validity).toEqual({ permanent: true })
    },
  )

  it('sets a schedule that mini-program operations return without the time zone', async () => {
    const { harness, flow } = memberHarness(cellar, ['mini-program', 'open-api'])
    await settle(harness.clock, flow.setValidity(common.userId, weekdays))
    const { timeZone: _, ...shown } = weekdays
    const [, , chloe] = await settledAll(harness, flow.all())
    expect(chloe?.validity).toEqual(shown)
    expect(harness.steps.at(-1)).toBe('doorLock.listUsers')
  })

  it('leaves the delivery ongoing while the lock is offline', async () => {
    const { harness, flow } = memberHarness(office, 'open-api')
    await settle(harness.clock, flow.setValidity(common.userId, weekdays))
    harness.lock.online = false
    expect(await settle(harness.clock, flow.get(common.userId))).toMatchObject({
      validityDelivery: 'ongoing',
    })
  })

  const invalid: readonly (readonly [string, MemberValidity, string])[] = [
    ['no end', { fromMs: START_MS, toMs: Number.POSITIVE_INFINITY }, 'validity.toMs'],
    ['an end before its start', { fromMs: START_MS, toMs: START_MS - 1 }, 'validity.toMs'],
    ['a start that is not a number', { fromMs: Number.NaN, toMs: START_MS }, 'validity.fromMs'],
    ['a start in seconds', { fromMs: START_MS / 1000, toMs: START_MS + DAY_MS }, 'validity.fromMs'],
    [
      'weekly hours without a time zone',
      { ...hours([1], 0, 60), timeZone: undefined } as never,
      'validity.timeZone',
    ],
    [
      'an offset as the time zone',
      { ...hours([1], 0, 60), timeZone: 'GMT+8' } as never,
      'validity.timeZone',
    ],
    [
      'an empty list of weekly hours',
      { fromMs: START_MS, toMs: START_MS + DAY_MS, weekly: [], timeZone: 'Europe/London' },
      'validity.weekly',
    ],
    [
      'weekly hours that are no object',
      { fromMs: START_MS, toMs: START_MS + DAY_MS, weekly: 5 as never, timeZone: 'Europe/London' },
      'validity.weekly',
    ],
    [
      'weekly hours without a list of days',
      hours(undefined as never, 0, 60),
      'validity.weekly[0].days',
    ],
    ['weekly hours without days', hours([], 0, 60), 'validity.weekly[0].days'],
    ['an eighth day', hours([7], 0, 60), 'validity.weekly[0].days'],
    ['hours beyond midnight', hours([1], 1380, 60), 'validity.weekly[0].toMinute'],
    ['more minutes than a day has', hours([1], 0, 1441), 'validity.weekly[0].toMinute'],
    ['half a minute', hours([1], 0.5, 60), 'validity.weekly[0].fromMinute'],
  ]

  it.each(invalid)(
    'rejects a validity with %s before it sends a request',
    async (_, validity, path) => {
      const { harness, flow } = memberHarness(office, 'open-api')
      expect(
        await failureOf(harness.clock, flow.setValidity(common.userId, validity)),
      ).toMatchObject({
        kind: 'params',
        action: 'members.setValidity',
        issues: [{ path }],
      })
      expect(harness.steps).toEqual([])
    },
  )

  it('cannot change the validity of the owner', async () => {
    const { harness, flow } = memberHarness(office, 'open-api')
    expect(await failureOf(harness.clock, flow.setValidity(owner.userId, weekdays))).toMatchObject({
      code: 2306,
    })
  })

  it('is unsupported for locks other than keep-alive locks and access control devices', async () => {
    const { harness, flow } = memberHarness(frontDoor, ['mini-program', 'panel', 'open-api'])
    expect(await failureOf(harness.clock, flow.setValidity(admin.userId, weekdays))).toMatchObject({
      kind: 'unsupported',
    })
  })
})

function hours(days: readonly number[], fromMinute: number, toMinute: number): MemberValidity {
  return {
    fromMs: START_MS,
    toMs: START_MS + DAY_MS,
    weekly: [{ days, fromMinute, toMinute }],
    timeZone: 'Europe/London',
  } as unknown as MemberValidity
}
