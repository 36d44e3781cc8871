import { describe, expect, it } from 'vitest'
import { type Lock, seed } from '../../../simulator'
import type { Fault } from '../../../simulator/faults/fault'
import type { Family } from '../../../src/core/action'
import { members } from '../../../src/entries/flows/members'
import { countOf } from '../support/check-run'
import type { FlowHarness } from '../support/flow-harness'
import { failureOf, outcomeOf, settle } from '../support/settle'
import { memberHarness } from './member-harness'

const { frontDoor, garage, cellar, office } = seed.locks
const shapes = ['documented', 'sampled'] as const

const OVER_PANEL = 'm.smart.scale.history.user.add'
const OVER_ROUTE = 'POST /v1.0/devices/{device_id}/user'
const nadia = { name: 'Nadia', sex: 'female' } as const

const channels: readonly (readonly [string, Pick<Lock, 'id'>, Family, string, string])[] = [
  ['panel APIs', frontDoor, 'panel', OVER_PANEL, 'tuya.m.device.member.panel.list'],
  ['routes', cellar, 'open-api', OVER_ROUTE, 'GET /v1.0/smart-lock/devices/{device_id}/users'],
]
const addedCount = ({ simulator }: FlowHarness) => countOf(simulator.journal, 'add-user')

describe.each(channels)('members.add() over %s', (_, lock, family, add, list) => {
  it.each(shapes)('creates the member once, in the %s shape', async (shape) => {
    const { harness, flow } = memberHarness(lock, family, { shape })
    expect(await settle(harness.clock, flow.add({ ...nadia, heightCm: 170 }))).toEqual({
      id: '1005',
      name: 'Nadia',
    })
    expect(addedCount(harness)).toBe(1)
    expect(harness.simulator.world.deviceUsers).toMatchObject([
      { userId: '1005', nickName: 'Nadia', sex: '2', height: 170 },
    ])
  })

  it.each<Fault>(['drop-after', 'garbage', 'truncate', { slowMs: 20_000 }])(
    'finds the member in the list after a lost answer: %j',
    async (fault) => {
      const { harness, flow } = memberHarness(lock, family)
      harness.simulator.faults.next(add, fault)
      expect(await settle(harness.clock, flow.add(nadia))).toEqual({ id: '1005', name: 'Nadia' })
      expect(addedCount(harness)).toBe(1)
    },
  )

  it('does not return an earlier member of the same name after a lost answer', async () => {
    const { harness, flow } = memberHarness(lock, family)
    await settle(harness.clock, flow.add(nadia))
    harness.simulator.faults.next(add, 'drop-after')
    expect(await settle(harness.clock, flow.add(nadia))).toMatchObject({ id: '1006' })
    expect(addedCount(harness)).toBe(2)
  })

  it('has an unknown outcome if the list shows no new member of that name', async () => {
    const { harness, flow } = memberHarness(lock, family)
    await settle(harness.clock, flow.add(nadia))
    harness.simulator.faults.next(add, 'drop-before')
    expect(await failureOf(harness.clock, flow.add(nadia))).toMatchObject({
      kind: 'outcome-unknown',
      action: add,
    })
    expect(addedCount(harness)).toBe(1)
  })

  it('has an unknown outcome if another phone adds a member of the same name meanwhile', async () => {
    const { harness, flow } = memberHarness(lock, family)
    harness.simulator.faults.next(add, { slowMs: 20_000 })
    harness.clock.schedule(() => {
      const { deviceUsers } = harness.simulator.world
      deviceUsers.push(...deviceUsers.map((added) => ({ ...added, userId: '8000' })))
      harness.lock.users.push({ userId: '8000', lockUserId: 80 })
    }, 5_000)
    expect(await failureOf(harness.clock, flow.add(nadia))).toMatchObject({
      kind: 'outcome-unknown',
    })
    expect(harness.simulator.world.deviceUsers).toHaveLength(2)
    expect(addedCount(harness)).toBe(1)
  })

  it('has an unknown outcome if the list cannot be read afterwards', async () => {
    const { harness, flow } = memberHarness(lock, family)
    harness.simulator.faults.next(list, { slowMs: 1 })
    harness.simulator.faults.next(list, { vendorCode: 2001 })
    harness.simulator.faults.next(add, 'drop-after')
    expect(await failureOf(harness.clock, flow.add(nadia))).toMatchObject({
      kind: 'outcome-unknown',
      action: add,
    })
    expect(harness.steps).toEqual([list, add, list])
    expect(addedCount(harness)).toBe(1)
  })

  it('sends no command if the list cannot be read before', async () => {
    const { harness, flow } = memberHarness(lock, family)
    harness.simulator.faults.always(list, { vendorCode: 2001 })
    expect(await failureOf(harness.clock, flow.add(nadia))).toMatchObject({ code: 2001 })
    expect(addedCount(harness)).toBe(0)
  })

  it('waits for the previous call, so that two calls with one name add two members', async () => {
    const { harness, flow } = memberHarness(lock, family)
    harness.simulator.faults.next(add, 'drop-after')
    const both = Promise.all([flow.add(nadia), flow.add(nadia)])
    expect((await settle(harness.clock, both)).map(({ id }) => id)).toEqual(['1005', '1006'])
  })

  it('waits for the pending call of another lock object', async () => {
    const { harness, flow } = memberHarness(lock, family)
    const otherFlow = members(harness.panel, harness.deviceId, harness.options)
    harness.simulator.faults.next(add, 'drop-before')
    const [first, second] = await Promise.all([
      outcomeOf(harness.clock, flow.add(nadia)),
      outcomeOf(harness.clock, otherFlow.add(nadia)),
    ])
    expect(first).toMatchObject({ error: { kind: 'outcome-unknown' } })
    expect(second).toEqual({ value: { id: '1005', name: 'Nadia' } })
    expect(addedCount(harness)).toBe(1)
  })

  it('rejects a blank name before it sends a request', async () => {
    const { harness, flow } = memberHarness(lock, family)
    expect(await failureOf(harness.clock, flow.add({ ...nadia, name: ' ' }))).toMatchObject({
      kind: 'params',
      action: 'members.add',
      issues: [{ path: 'name' }],
    })
    expect(harness.steps).toEqual([])
  })
})

describe('members.add()', () => {
  it('rejects a member without a sex over the routes before it sends a request', async () => {
    const { harness, flow } = memberHarness(cellar, 'open-api')
    expect(await failureOf(harness.clock, flow.add({ name: 'Nadia' }))).toMatchObject({
      kind: 'params',
      issues: [{ path: 'sex' }],
    })
    expect(harness.steps).toEqual([])
  })

  it('requires no sex over panel APIs', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'panel')
    await settle(harness.clock, flow.add({ name: 'Nadia', birthday: 19_900_401 }))
    expect(harness.simulator.world.deviceUsers).toMatchObject([{ sex: '', birthday: '19900401' }])
  })

  it('sends the contact, the birthday and the weight over the routes', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api')
    const person = { contact: 'n@example.com', birthday: 19_900_401, weightGrams: 60_000 }
    await settle(harness.clock, flow.add({ ...nadia, ...person }))
    expect(harness.simulator.world.deviceUsers).toMatchObject([
      { contact: 'n@example.com', birthday: '19900401', weight: 60_000 },
    ])
  })

  it('has an unknown outcome if the list of the routes has no ids', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api')
    harness.simulator.faults.next(OVER_ROUTE, 'drop-after')
    expect(await failureOf(harness.clock, flow.add(nadia))).toMatchObject({
      kind: 'outcome-unknown',
      check: 'GET /v1.0/devices/{device_id}/users',
    })
    expect(addedCount(harness)).toBe(1)
  })

  it('finds the member over mini-program operations if the panel supports both families', async () => {
    const { harness, flow } = memberHarness(garage, ['mini-program', 'open-api'])
    harness.simulator.faults.next(OVER_ROUTE, 'drop-after')
    expect(await settle(harness.clock, flow.add(nadia))).toMatchObject({ id: '1005' })
    expect(harness.steps).toEqual(['doorLock.listUsers', OVER_ROUTE, 'doorLock.listUsers'])
  })

  it('is unsupported if no operation of the panel adds members', async () => {
    for (const [lock, family] of [
      [frontDoor, 'mini-program'],
      [office, 'open-api'],
    ] as const) {
      const { harness, flow } = memberHarness(lock, family)
      expect(await failureOf(harness.clock, flow.add(nadia))).toMatchObject({ kind: 'unsupported' })
      expect(harness.steps).toEqual([])
    }
  })
})
