import { describe, expect, it } from 'vitest'
import { type Lock, seed } from '../../../simulator'
import type { Fault } from '../../../simulator/faults/fault'
import type { Family } from '../../../src/core/action'
import { members } from '../../../src/entries/flows/members'
import { countOf } from '../support/check-run'
import type { FlowHarness } from '../support/flow-harness'
import { failureOf, outcomeOf, settle } from '../support/settle'
import { onStage } from './crowd'

const { frontDoor, garage, cellar, office } = seed.locks
const shapes = ['documented', 'sampled'] as const

const OVER_PANEL = 'm.smart.scale.history.user.add'
const OVER_ROUTE = 'POST /v1.0/devices/{device_id}/user'
const nadia = { name: 'Nadia', sex: 'female' } as const

const ways: readonly (readonly [string, Pick<Lock, 'id'>, Family, string, string])[] = [
  ['panel APIs', frontDoor, 'panel', OVER_PANEL, 'tuya.m.device.member.panel.list'],
  ['routes', cellar, 'open-api', OVER_ROUTE, 'GET /v1.0/smart-lock/devices/{device_id}/users'],
]
const added = ({ simulator }: FlowHarness) => countOf(simulator.journal, 'add-user')

describe.each(ways)('a new member over %s', (_, lock, family, order, list) => {
  it.each(shapes)('is made once, in the %s shape', async (shape) => {
    const { stage, flow } = onStage(lock, family, { shape })
    expect(await settle(stage.clock, flow.add({ ...nadia, heightCm: 170 }))).toEqual({
      id: '1005',
      name: 'Nadia',
    })
    expect(added(stage)).toBe(1)
    expect(stage.simulator.world.deviceUsers).toMatchObject([
      { userId: '1005', nickName: 'Nadia', sex: '2', height: 170 },
    ])
  })

  it.each<Fault>(['drop-after', 'garbage', 'truncate', { slowMs: 20_000 }])(
    'is found in the list where the answer is lost: %j',
    async (fault) => {
      const { stage, flow } = onStage(lock, family)
      stage.simulator.faults.next(order, fault)
      expect(await settle(stage.clock, flow.add(nadia))).toEqual({ id: '1005', name: 'Nadia' })
      expect(added(stage)).toBe(1)
    },
  )

  it('is not taken for a namesake who was there before', async () => {
    const { stage, flow } = onStage(lock, family)
    await settle(stage.clock, flow.add(nadia))
    stage.simulator.faults.next(order, 'drop-after')
    expect(await settle(stage.clock, flow.add(nadia))).toMatchObject({ id: '1006' })
    expect(added(stage)).toBe(2)
  })

  it('stays unknown if no member of that name is found', async () => {
    const { stage, flow } = onStage(lock, family)
    await settle(stage.clock, flow.add(nadia))
    stage.simulator.faults.next(order, 'drop-before')
    expect(await failureOf(stage.clock, flow.add(nadia))).toMatchObject({
      kind: 'outcome-unknown',
      action: order,
    })
    expect(added(stage)).toBe(1)
  })

  it('stays unknown where another phone adds a namesake meanwhile', async () => {
    const { stage, flow } = onStage(lock, family)
    stage.simulator.faults.next(order, { slowMs: 20_000 })
    stage.clock.scheduler.schedule(() => {
      const { deviceUsers } = stage.simulator.world
      deviceUsers.push(...deviceUsers.map((mine) => ({ ...mine, userId: '8000' })))
      stage.lock.users.push({ userId: '8000', lockUserId: 80 })
    }, 5_000)
    expect(await failureOf(stage.clock, flow.add(nadia))).toMatchObject({ kind: 'outcome-unknown' })
    expect(stage.simulator.world.deviceUsers).toHaveLength(2)
    expect(added(stage)).toBe(1)
  })

  it('stays unknown where the list cannot be read afterwards', async () => {
    const { stage, flow } = onStage(lock, family)
    stage.simulator.faults.next(list, { slowMs: 1 })
    stage.simulator.faults.next(list, { vendorCode: 2001 })
    stage.simulator.faults.next(order, 'drop-after')
    expect(await failureOf(stage.clock, flow.add(nadia))).toMatchObject({
      kind: 'outcome-unknown',
      action: order,
    })
    expect(stage.steps).toEqual([list, order, list])
    expect(added(stage)).toBe(1)
  })

  it('is not sent where the list cannot be read before', async () => {
    const { stage, flow } = onStage(lock, family)
    stage.simulator.faults.always(list, { vendorCode: 2001 })
    expect(await failureOf(stage.clock, flow.add(nadia))).toMatchObject({ code: 2001 })
    expect(added(stage)).toBe(0)
  })

  it('waits for the one before: two of one name are two people', async () => {
    const { stage, flow } = onStage(lock, family)
    stage.simulator.faults.next(order, 'drop-after')
    const both = Promise.all([flow.add(nadia), flow.add(nadia)])
    expect((await settle(stage.clock, both)).map(({ id }) => id)).toEqual(['1005', '1006'])
  })

  it('waits for the one that another lock object adds', async () => {
    const { stage, flow } = onStage(lock, family)
    const other = members(stage.panel, stage.deviceId, stage.options)
    stage.simulator.faults.next(order, 'drop-before')
    const [first, second] = await Promise.all([
      outcomeOf(stage.clock, flow.add(nadia)),
      outcomeOf(stage.clock, other.add(nadia)),
    ])
    expect(first).toMatchObject({ error: { kind: 'outcome-unknown' } })
    expect(second).toEqual({ value: { id: '1005', name: 'Nadia' } })
    expect(added(stage)).toBe(1)
  })

  it('has a name', async () => {
    const { stage, flow } = onStage(lock, family)
    expect(await failureOf(stage.clock, flow.add({ ...nadia, name: ' ' }))).toMatchObject({
      kind: 'params',
      action: 'members.add',
      issues: [{ path: 'name' }],
    })
    expect(stage.steps).toEqual([])
  })
})

describe('a new member', () => {
  it('needs a sex over the routes, before anything leaves', async () => {
    const { stage, flow } = onStage(cellar, 'open-api')
    expect(await failureOf(stage.clock, flow.add({ name: 'Nadia' }))).toMatchObject({
      kind: 'params',
      issues: [{ path: 'sex' }],
    })
    expect(stage.steps).toEqual([])
  })

  it('needs none over panel APIs', async () => {
    const { stage, flow } = onStage(frontDoor, 'panel')
    await settle(stage.clock, flow.add({ name: 'Nadia', birthday: 19_900_401 }))
    expect(stage.simulator.world.deviceUsers).toMatchObject([{ sex: '', birthday: '19900401' }])
  })

  it('brings along what the routes take', async () => {
    const { stage, flow } = onStage(garage, 'open-api')
    const person = { contact: 'n@example.com', birthday: 19_900_401, weightGrams: 60_000 }
    await settle(stage.clock, flow.add({ ...nadia, ...person }))
    expect(stage.simulator.world.deviceUsers).toMatchObject([
      { contact: 'n@example.com', birthday: '19900401', weight: 60_000 },
    ])
  })

  it('stays unknown where the list has no ids to go by', async () => {
    const { stage, flow } = onStage(garage, 'open-api')
    stage.simulator.faults.next(OVER_ROUTE, 'drop-after')
    expect(await failureOf(stage.clock, flow.add(nadia))).toMatchObject({
      kind: 'outcome-unknown',
      check: 'GET /v1.0/devices/{device_id}/users',
    })
    expect(added(stage)).toBe(1)
  })

  it('is found over mini-program operations where the panel has both', async () => {
    const { stage, flow } = onStage(garage, ['mini-program', 'open-api'])
    stage.simulator.faults.next(OVER_ROUTE, 'drop-after')
    expect(await settle(stage.clock, flow.add(nadia))).toMatchObject({ id: '1005' })
    expect(stage.steps).toEqual(['doorLock.listUsers', OVER_ROUTE, 'doorLock.listUsers'])
  })

  it('cannot be made where no operation does it', async () => {
    for (const [lock, family] of [
      [frontDoor, 'mini-program'],
      [office, 'open-api'],
    ] as const) {
      const { stage, flow } = onStage(lock, family)
      expect(await failureOf(stage.clock, flow.add(nadia))).toMatchObject({ kind: 'unsupported' })
      expect(stage.steps).toEqual([])
    }
  })
})
