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
import { addCrowd, addStrangers, idsOf, onStage, readAll, settledAll } from './crowd'

const { frontDoor, gardenGate, garage, porch, cellar, office } = seed.locks
const { owner, admin, common, formerLodger } = seed.members
const ofTheHome = [owner, admin, common, formerLodger].map(({ userId }) => userId)

type Lock = typeof frontDoor | typeof office
const shapes = ['documented', 'sampled'] as const
const paged: readonly (readonly [string, Lock, Family])[] = [
  ['mini-program operations', frontDoor, 'mini-program'],
  ['mini-program operations', garage, 'mini-program'],
  ['version 1.1 of the routes', office, 'open-api'],
  ['the list of home users', porch, 'open-api'],
  ['the list of home users', cellar, 'open-api'],
]

describe.each(shapes)('all members, in the %s shape', (shape) => {
  it.each(paged)('over %s, page by page', async (_, lock, family) => {
    const { stage, flow } = onStage(lock, family, { shape })
    const crowd = addCrowd(stage, 246)
    const all = await settledAll(stage, flow.all())
    expect(idsOf(all)).toEqual([...ofTheHome, ...crowd])
    // 250 in all; a bare list does not say that the last of its full pages was the last one.
    const isBare = shape === 'sampled' && family === 'mini-program'
    expect(stage.steps).toHaveLength(isBare ? 6 : 5)
    expect(all[0]).toMatchObject({ name: 'Olivia', role: 'owner', lockUserId: 1 })
    expect(all[249]).toMatchObject({ name: 'Guest 245', role: 'member', state: 'valid' })
  })

  it.each([frontDoor, gardenGate])(
    'over panel APIs: those of the home, then those without an account',
    async (lock) => {
      const { stage, flow } = onStage(lock, 'panel', { shape })
      const strangers = addStrangers(stage, 120)
      const all = await settledAll(stage, flow.all())
      expect(idsOf(all)).toEqual([...ofTheHome, ...strangers])
      expect(stage.steps).toEqual([
        'tuya.m.device.member.list',
        ...Array(3).fill('tuya.m.device.member.panel.list'),
      ])
      const isTold = shape === 'documented'
      expect(all[0]).toMatchObject({
        name: isTold ? 'Olivia' : '',
        // This family shows the owner as an administrator.
        role: isTold ? 'administrator' : 'unknown',
        contact: owner.contact,
        methodNames: ['Right thumb', 'Left thumb', 'Family code'],
      })
      expect(all[4]?.role).toBe(isTold ? 'anonymous' : 'unknown')
    },
  )
})

describe('a filter', () => {
  const filters = [
    ['keyword', { keyword: 'liv' }, [owner]],
    ['contact', { keyword: '960002' }, [admin]],
    ['administrators', { role: 'administrator' }, [owner, admin]],
    ['members', { role: 'member' }, [common, formerLodger]],
    ['both', { role: 'member', keyword: 'Chlo' }, [common]],
  ] as const

  it.each(filters)('by %s is that of the cloud, or the same here', async (_, wanted, expected) => {
    for (const [lock, family] of [
      [office, 'open-api'],
      [porch, 'open-api'],
      [frontDoor, 'mini-program'],
    ] as const) {
      const { stage, flow } = onStage(lock, family)
      const all = await settledAll(stage, flow.all(wanted))
      expect(idsOf(all)).toEqual(expected.map(({ userId }) => userId))
    }
  })
})

describe('methods', () => {
  it.each([
    [frontDoor, 'mini-program'],
    [porch, 'open-api'],
  ] as const)('come along where they are asked for', async (lock, family) => {
    const { stage, flow } = onStage(lock, family)
    const [first] = await settledAll(stage, flow.all({ methods: ['fingerprint', 'card'] }))
    expect(first?.methods).toMatchObject([
      { kind: 'fingerprint', number: 1, name: 'Right thumb', duress: false },
      { kind: 'fingerprint', number: 2, name: 'Left thumb', duress: true },
    ])
    const [bare] = await settledAll(stage, flow.all())
    expect(bare).not.toHaveProperty('methods')
  })
})

describe('a list without ids', () => {
  it('is an error with a name', async () => {
    const { stage, flow } = onStage(garage, 'open-api')
    expect(await failureOf(stage.clock, flow.all().next())).toMatchObject({
      kind: 'lock',
      action: 'members.all',
      reason: 'no-ids',
    })
  })

  it('is read where a cloud sends them all the same', async () => {
    const { stage } = onStage(garage, 'open-api')
    const panel = createPanel({
      actions: allActions,
      handlers: [
        handle(listDeviceUsers, (params, { send }) =>
          send(params).pipe(
            map((rows) => rows.map((row, index) => ({ ...row, user_id: 100 + index }))),
          ),
        ),
      ],
      transport: stage.simulator.asTransport(),
      scheduler: stage.clock.scheduler,
    })
    const overRoutes = {
      ...panel,
      find: (name: string) => (/^GET/.test(name) ? panel.find(name) : undefined),
    }
    const flow = members(overRoutes, stage.deviceId, stage.options)
    const all = await settle(stage.clock, readAll(flow.all()))
    expect(all.map(({ id, name }) => [id, name])).toEqual([
      ['100', 'Olivia'],
      ['101', 'Adam'],
      ['102', 'Chloe'],
      ['103', 'Liam'],
    ])
    panel.close()
  })

  it('is no list at all where the panel speaks no family that has one', async () => {
    const { stage, flow } = onStage(garage, 'panel')
    expect(await failureOf(stage.clock, flow.all().next())).toMatchObject({
      kind: 'unsupported',
      action: 'members.all',
    })
    expect(stage.steps).toEqual([])
  })
})
