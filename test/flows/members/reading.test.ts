import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { memberHarness, settledAll } from './member-harness'

const { frontDoor, gardenGate, garage, porch, cellar, shed, office } = seed.locks
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
        { number: 3, unlockId: '1-3', name: 'Index finger', duress: false },
        { number: 1, unlockId: '5-1', name: 'White card', duress: false },
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

  it('is unsupported over panel APIs and version 1.0 of the routes', async () => {
    for (const family of ['panel', 'open-api'] as const) {
      const { harness, flow } = memberHarness(frontDoor, family)
      expect(await failureOf(harness.clock, flow.get('me'))).toMatchObject({ kind: 'unsupported' })
      expect(harness.steps).toEqual([])
    }
  })
})

describe('members.get()', () => {
  it('rejects an empty id before it sends a request, and an unknown id with code 2006', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'mini-program')
    for (const read of [flow.get, flow.methods])
      expect(await failureOf(harness.clock, read(''))).toMatchObject({
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

const thumbs = [
  { kind: 'fingerprint', number: 1, name: 'Right thumb', duress: false },
  { kind: 'fingerprint', number: 2, name: 'Left thumb', duress: true },
  { kind: 'password', number: 1, name: 'Family code', duress: false },
]

describe.each(shapes)('members.methods() in the %s shape', (shape) => {
  it.each([
    ['mini-program operations', garage, 'mini-program'],
    ['routes', porch, 'open-api'],
    ['routes', office, 'open-api'],
  ] as const)('reads every page over %s', async (_, lock, family) => {
    const { harness, flow } = memberHarness(lock, family, { shape })
    for (let unlockSn = 10; unlockSn < 110; unlockSn++)
      harness.lock.opmodes.push({
        id: String(unlockSn),
        dpCode: 'unlock_card',
        unlockSn,
        name: `Card ${unlockSn}`,
        userId: owner.userId,
        hijack: false,
        photoUnlock: false,
        voice: false,
        everAllocated: true,
      })
    const methods = await settle(harness.clock, flow.methods(owner.userId))
    expect(methods.slice(0, 3)).toMatchObject(thumbs)
    expect(methods).toHaveLength(103)
    expect(new Set(methods.map(({ kind, number }) => `${kind} ${number}`)).size).toBe(103)
  })

  it('returns no kinds over panel APIs', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'panel', { shape })
    const methods = await settle(harness.clock, flow.methods(owner.userId))
    expect(methods).toEqual([
      { number: 1, unlockId: '1-1', name: 'Right thumb', duress: false },
      { number: 2, unlockId: '1-2', name: 'Left thumb', duress: true },
      { number: 1, unlockId: '2-1', name: 'Family code', duress: false },
    ])
  })

  it.each([
    ['another user', frontDoor, [2]],
    ['another user', shed, [2]],
    ['a user of the home', cellar, [1]],
    ['a user of either kind', garage, [1, 2]],
    ['a user of either kind', gardenGate, [1, 2]],
  ] as const)('returns each method once over the oldest routes, for %s', async (_, lock, kinds) => {
    const { harness, flow } = memberHarness(lock, 'open-api', { shape })
    const methods = await settle(harness.clock, flow.methods(owner.userId))
    expect(methods).toEqual(thumbs.map(({ name: __, ...method }) => method))
    expect(harness.simulator.requests.map(({ params }) => params)).toMatchObject(
      kinds.map((kind) => ({ user_type: String(kind) })),
    )
  })
})

describe('members.methods() over the oldest routes', () => {
  const KEYS =
    'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'

  it('returns the methods of one user kind if the cloud does not know the other kind', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api')
    harness.simulator.faults.next(KEYS, { vendorCode: 2006 })
    expect(await settle(harness.clock, flow.methods(owner.userId))).toHaveLength(3)
  })

  it('rejects with code 2006 if neither user kind contains the user', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api')
    expect(await failureOf(harness.clock, flow.methods('4711'))).toMatchObject({ code: 2006 })
    expect(harness.steps).toHaveLength(2)
  })
})

describe.each(shapes)('members.unassigned() in the %s shape', (shape) => {
  it.each([
    ['mini-program', frontDoor, { kind: 'card', number: 2, name: 'Spare card' }],
    ['panel', frontDoor, { number: 2, unlockId: '5-2', name: 'Spare card' }],
    ['open-api', garage, { kind: 'card', number: 2 }],
    ['open-api', office, { kind: 'card', number: 2 }],
  ] as const)('lists the spare card over %s operations', async (family, lock, spare) => {
    const { harness, flow } = memberHarness(lock, family, { shape })
    expect(await settle(harness.clock, flow.unassigned())).toEqual([spare])
  })
})
