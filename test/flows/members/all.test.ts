import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { listDeviceUsers } from '../../../actions/open-api/users/list-device-users'
import { seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { createPanel } from '../../../src/core/panel/create-panel'
import { handle } from '../../../src/core/panel/handle'
import { members } from '../../../src/entries/flows/members'
import { failureOf, settle } from '../support/settle'
import {
  addHomeMembers,
  addMembersWithoutAccount,
  idsOf,
  memberHarness,
  readAll,
  settledAll,
} from './member-harness'

const { frontDoor, gardenGate, garage, porch, cellar, office } = seed.locks
const { owner, admin, common, formerLodger } = seed.members
const homeMemberIds = [owner, admin, common, formerLodger].map(({ userId }) => userId)

type Lock = typeof frontDoor | typeof office
const shapes = ['documented', 'sampled'] as const
const paged: readonly (readonly [string, Lock, Family])[] = [
  ['mini-program operations', frontDoor, 'mini-program'],
  ['mini-program operations', garage, 'mini-program'],
  ['version 1.1 of the routes', office, 'open-api'],
  ['the list of home users', porch, 'open-api'],
  ['the list of home users', cellar, 'open-api'],
]

describe.each(shapes)('members.all() in the %s shape', (shape) => {
  it.each(paged)('reads every page over %s', async (_, lock, family) => {
    const { harness, flow } = memberHarness(lock, family, { shape })
    const added = addHomeMembers(harness, 246)
    const all = await settledAll(harness, flow.all())
    expect(idsOf(all)).toEqual([...homeMemberIds, ...added])
    // 250 in total; a bare list does not show that a full page is the last one.
    const isBare = shape === 'sampled' && family === 'mini-program'
    expect(harness.steps).toHaveLength(isBare ? 6 : 5)
    expect(all[0]).toMatchObject({ name: 'Olivia', role: 'owner', lockUserId: 1 })
    expect(all[249]).toMatchObject({ name: 'Guest 245', role: 'member', state: 'valid' })
  })

  it.each([frontDoor, gardenGate])(
    'lists home members, then members without an account, over panel APIs: $id',
    async (lock) => {
      const { harness, flow } = memberHarness(lock, 'panel', { shape })
      const withoutAccount = addMembersWithoutAccount(harness, 120)
      const all = await settledAll(harness, flow.all())
      expect(idsOf(all)).toEqual([...homeMemberIds, ...withoutAccount])
      expect(harness.steps).toEqual([
        'tuya.m.device.member.list',
        ...Array(3).fill('tuya.m.device.member.panel.list'),
      ])
      const isDocumented = shape === 'documented'
      expect(all[0]).toMatchObject({
        name: isDocumented ? 'Olivia' : '',
        // This family shows the owner as an administrator.
        role: isDocumented ? 'administrator' : 'unknown',
        contact: owner.contact,
        methodNames: ['Right thumb', 'Left thumb', 'Family code'],
      })
      expect(all[4]?.role).toBe(isDocumented ? 'anonymous' : 'unknown')
    },
  )
})

describe('members.all()', () => {
  const filters = [
    ['keyword', { keyword: 'liv' }, [owner]],
    ['contact', { keyword: '960002' }, [admin]],
    ['administrator role', { role: 'administrator' }, [owner, admin]],
    ['member role', { role: 'member' }, [common, formerLodger]],
    ['role and keyword', { role: 'member', keyword: 'Chlo' }, [common]],
  ] as const

  it.each(filters)(
    'filters by %s in the cloud, or else in the SDK',
    async (_, filter, expected) => {
      for (const [lock, family] of [
        [office, 'open-api'],
        [porch, 'open-api'],
        [frontDoor, 'mini-program'],
      ] as const) {
        const { harness, flow } = memberHarness(lock, family)
        const all = await settledAll(harness, flow.all(filter))
        expect(idsOf(all)).toEqual(expected.map(({ userId }) => userId))
      }
    },
  )

  it.each([
    [frontDoor, 'mini-program'],
    [porch, 'open-api'],
  ] as const)('returns unlock methods only if the caller requests them', async (lock, family) => {
    const { harness, flow } = memberHarness(lock, family)
    const [first] = await settledAll(harness, flow.all({ methods: ['fingerprint', 'card'] }))
    expect(first?.methods).toMatchObject([
      { kind: 'fingerprint', number: 1, name: 'Right thumb', duress: false },
      { kind: 'fingerprint', number: 2, name: 'Left thumb', duress: true },
    ])
    const [bare] = await settledAll(harness, flow.all())
    expect(bare).not.toHaveProperty('methods')
  })
})

describe('members.all() of a Zigbee lock', () => {
  it('rejects with the reason no-ids if the list of the routes has no ids', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api')
    expect(await failureOf(harness.clock, flow.all().next())).toMatchObject({
      kind: 'lock',
      action: 'members.all',
      reason: 'no-ids',
    })
  })

  it('reads the list of the routes if the cloud returns undocumented ids', async () => {
    const { harness } = memberHarness(garage, 'open-api')
    const panel = createPanel({
      actions: allActions,
      handlers: [
        handle(listDeviceUsers, (params, { send }) =>
          send(params).pipe(
            map((rows) => rows.map((row, index) => ({ ...row, user_id: 100 + index }))),
          ),
        ),
      ],
      transport: harness.simulator.asTransport(),
      clock: harness.clock,
    })
    const overRoutes = {
      ...panel,
      find: (name: string) => (/^GET/.test(name) ? panel.find(name) : undefined),
    }
    const flow = members(overRoutes, harness.deviceId, harness.options)
    const all = await settle(harness.clock, readAll(flow.all()))
    expect(all.map(({ id, name }) => [id, name])).toEqual([
      ['100', 'Olivia'],
      ['101', 'Adam'],
      ['102', 'Chloe'],
      ['103', 'Liam'],
    ])
    panel.close()
  })

  it('is unsupported if no family of the panel lists members', async () => {
    const { harness, flow } = memberHarness(garage, 'panel')
    expect(await failureOf(harness.clock, flow.all().next())).toMatchObject({
      kind: 'unsupported',
      action: 'members.all',
    })
    expect(harness.steps).toEqual([])
  })
})
