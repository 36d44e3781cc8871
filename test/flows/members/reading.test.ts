import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { memberHarness, settledAll } from './member-harness'

const { frontDoor, gardenGate, garage, porch, office } = seed.locks
const { owner, admin, common, formerLodger } = seed.members
const shapes = ['documented', 'sampled'] as const
const everyFamily: readonly Family[] = ['mini-program', 'panel', 'open-api']

describe.each(shapes)('members.get() in the %s shape', (shape) => {
  it('reads a member over mini-program operations', async () => {
    const { harness, flow } = memberHarness(garage, everyFamily, { shape })
    expect(await settle(harness.clock, flow.get(admin.userId))).toEqual({
      id: '1002',
      name: 'Adam',
      role: 'administrator',
      lockUserId: 2,
      contact: '44-1632960002',
    })
    expect(harness.steps).toEqual(['doorLock.getUser'])
  })

  it('reads a member and their methods over panel APIs', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'panel', { shape })
    const isDocumented = shape === 'documented'
    expect(await settle(harness.clock, flow.get(admin.userId))).toEqual({
      id: '1002',
      name: isDocumented ? 'Adam' : '',
      role: isDocumented ? 'administrator' : 'unknown',
      contact: '44-1632960002',
      methods: [
        {
          ...{ number: 3, unlockId: '1-3', id: '400000004', memberId: '1002' },
          ...{ name: 'Index finger', duress: false },
        },
        {
          ...{ number: 1, unlockId: '5-1', id: '400000005', memberId: '1002' },
          ...{ name: 'White card', duress: false },
        },
      ],
    })
  })

  it('reads a member and their validity over version 1.1 of the routes', async () => {
    const { harness, flow } = memberHarness(office, 'open-api', { shape })
    const lodger = await settle(harness.clock, flow.get(formerLodger.userId))
    expect(lodger).toMatchObject({ id: '1004', name: 'Liam', role: 'member' })
    expect(lodger.state).toBe(shape === 'documented' ? 'expired' : undefined)
  })

  it('reads a member without a role, but no administrator, over version 1.0 of the routes', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api', { shape })
    expect(await settle(harness.clock, flow.get(common.userId))).toEqual({
      id: '1003',
      name: 'Chloe',
      role: 'unknown',
    })
    expect(await failureOf(harness.clock, flow.get(owner.userId))).toMatchObject({ code: 1106 })
  })
})

describe("members.get('me')", () => {
  it.each([
    [frontDoor, 'mini-program'],
    [office, 'open-api'],
  ] as const)('returns the current user of the panel', async (lock, family) => {
    const { harness, flow } = memberHarness(lock, family)
    harness.simulator.world.currentUserId = common.userId
    expect(await settle(harness.clock, flow.get('me'))).toMatchObject({
      id: common.userId,
      role: 'member',
    })
  })

  it.each([frontDoor, gardenGate])(
    'returns the owner, with the name of the list, over panel APIs of a $type lock',
    async (lock) => {
      const { harness, flow } = memberHarness(lock, 'panel')
      expect(await settle(harness.clock, flow.get('me'))).toMatchObject({
        id: owner.userId,
        name: owner.nickName,
        role: 'owner',
        lockUserId: 1,
      })
    },
  )

  it('is unsupported over version 1.0 of the routes', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'open-api')
    expect(await failureOf(harness.clock, flow.get('me'))).toMatchObject({ kind: 'unsupported' })
    expect(harness.steps).toEqual([])
  })
})

describe('members.get()', () => {
  it('rejects an empty id before it sends a request, and an unknown id with code 2006', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'mini-program')
    expect(await failureOf(harness.clock, flow.get(''))).toMatchObject({
      kind: 'params',
      issues: [{ path: 'id' }],
    })
    expect(harness.steps).toEqual([])
    expect(await failureOf(harness.clock, flow.get('4711'))).toMatchObject({ code: 2006 })
  })
})

describe('the state of a member', () => {
  const hour = 3600
  const nowSeconds = START_MS / 1000
  const periods = [
    ['valid', { effectiveTime: nowSeconds - hour, expiredTime: nowSeconds + hour }],
    ['not-yet', { effectiveTime: nowSeconds + hour, expiredTime: nowSeconds + 2 * hour }],
    ['expired', { effectiveTime: nowSeconds - 2 * hour, expiredTime: nowSeconds - hour }],
  ] as const

  it.each(periods)(
    'is %s, although the routes use one number for two states',
    async (state, validity) => {
      for (const [lock, family] of [
        [frontDoor, 'mini-program'],
        [porch, 'open-api'],
        [office, 'open-api'],
      ] as const) {
        const { harness, flow } = memberHarness(lock, family)
        const member = harness.simulator.world.members.find(
          ({ userId }) => userId === common.userId,
        )
        if (member !== undefined) member.validity = validity
        const [first, , chloe] = await settledAll(harness, flow.all())
        expect(first).toMatchObject({ state: 'valid', validity: { permanent: true } })
        expect(chloe).toMatchObject({
          state,
          validity: { fromMs: validity.effectiveTime * 1000, toMs: validity.expiredTime * 1000 },
        })
      }
    },
  )
})
