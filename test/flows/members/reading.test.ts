import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { onStage, settledAll } from './crowd'

const { frontDoor, gardenGate, garage, porch, cellar, shed, office } = seed.locks
const { owner, admin, common, formerLodger } = seed.members
const shapes = ['documented', 'sampled'] as const
const everyFamily: readonly Family[] = ['mini-program', 'panel', 'open-api']

describe.each(shapes)('one member, in the %s shape', (shape) => {
  it('is read over mini-program operations', async () => {
    const { stage, flow } = onStage(garage, everyFamily, { shape })
    expect(await settle(stage.clock, flow.get(admin.userId))).toEqual({
      id: '1002',
      name: 'Adam',
      role: 'administrator',
      lockUserId: 2,
      contact: '44-1632960002',
    })
    expect(stage.steps).toEqual(['doorLock.getUser'])
  })

  it('is read with their methods over panel APIs', async () => {
    const { stage, flow } = onStage(frontDoor, 'panel', { shape })
    const isTold = shape === 'documented'
    expect(await settle(stage.clock, flow.get(admin.userId))).toEqual({
      id: '1002',
      name: isTold ? 'Adam' : '',
      role: isTold ? 'administrator' : 'unknown',
      contact: '44-1632960002',
      methods: [
        { number: 3, unlockId: '1-3', name: 'Index finger', duress: false },
        { number: 1, unlockId: '5-1', name: 'White card', duress: false },
      ],
    })
  })

  it('is read with their validity over version 1.1 of the routes', async () => {
    const { stage, flow } = onStage(office, 'open-api', { shape })
    const lodger = await settle(stage.clock, flow.get(formerLodger.userId))
    expect(lodger).toMatchObject({ id: '1004', name: 'Liam', role: 'member' })
    expect(lodger.state).toBe(shape === 'documented' ? 'expired' : undefined)
  })

  it('is read without a role over version 1.0 of the routes, and not if an administrator', async () => {
    const { stage, flow } = onStage(garage, 'open-api', { shape })
    expect(await settle(stage.clock, flow.get(common.userId))).toEqual({
      id: '1003',
      name: 'Chloe',
      role: 'unknown',
    })
    expect(await failureOf(stage.clock, flow.get(owner.userId))).toMatchObject({ code: 1106 })
  })
})

describe('the user of the panel', () => {
  it.each([
    [frontDoor, 'mini-program'],
    [office, 'open-api'],
  ] as const)('is me', async (lock, family) => {
    const { stage, flow } = onStage(lock, family)
    stage.simulator.world.currentUserId = common.userId
    expect(await settle(stage.clock, flow.get('me'))).toMatchObject({
      id: common.userId,
      role: 'member',
    })
  })

  it('is known to neither panel APIs nor the older routes', async () => {
    for (const family of ['panel', 'open-api'] as const) {
      const { stage, flow } = onStage(frontDoor, family)
      expect(await failureOf(stage.clock, flow.get('me'))).toMatchObject({ kind: 'unsupported' })
      expect(stage.steps).toEqual([])
    }
  })
})

describe('an unknown user', () => {
  it('has no id, or one that the lock does not know', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    for (const read of [flow.get, flow.methods])
      expect(await failureOf(stage.clock, read(''))).toMatchObject({
        kind: 'params',
        issues: [{ path: 'id' }],
      })
    expect(stage.steps).toEqual([])
    expect(await failureOf(stage.clock, flow.get('4711'))).toMatchObject({ code: 2006 })
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
    '%s is told apart, though the routes have one number for two',
    async (state, validity) => {
      for (const [lock, family] of [
        [frontDoor, 'mini-program'],
        [porch, 'open-api'],
        [office, 'open-api'],
      ] as const) {
        const { stage, flow } = onStage(lock, family)
        const member = stage.simulator.world.members.find(({ userId }) => userId === common.userId)
        if (member !== undefined) member.validity = validity
        const [first, , chloe] = await settledAll(stage, flow.all())
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

describe.each(shapes)('the methods of a member, in the %s shape', (shape) => {
  it.each([
    ['mini-program operations', garage, 'mini-program'],
    ['routes', porch, 'open-api'],
    ['routes', office, 'open-api'],
  ] as const)('come over %s, from all pages', async (_, lock, family) => {
    const { stage, flow } = onStage(lock, family, { shape })
    for (let unlockSn = 10; unlockSn < 110; unlockSn++)
      stage.lock.opmodes.push({
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
    const methods = await settle(stage.clock, flow.methods(owner.userId))
    expect(methods.slice(0, 3)).toMatchObject(thumbs)
    expect(methods).toHaveLength(103)
    expect(new Set(methods.map(({ kind, number }) => `${kind} ${number}`)).size).toBe(103)
  })

  it('come over panel APIs without their kinds', async () => {
    const { stage, flow } = onStage(frontDoor, 'panel', { shape })
    const methods = await settle(stage.clock, flow.methods(owner.userId))
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
  ] as const)('come over the oldest routes as those of %s, each once', async (_, lock, kinds) => {
    const { stage, flow } = onStage(lock, 'open-api', { shape })
    const methods = await settle(stage.clock, flow.methods(owner.userId))
    expect(methods).toEqual(thumbs.map(({ name: __, ...method }) => method))
    expect(stage.simulator.requests.map(({ params }) => params)).toMatchObject(
      kinds.map((kind) => ({ user_type: String(kind) })),
    )
  })
})

describe('a user of one kind alone', () => {
  const KEYS =
    'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'

  it('has the methods that are known of that kind', async () => {
    const { stage, flow } = onStage(garage, 'open-api')
    stage.simulator.faults.next(KEYS, { vendorCode: 2006 })
    expect(await settle(stage.clock, flow.methods(owner.userId))).toHaveLength(3)
  })

  it('is undefined if neither list contains them', async () => {
    const { stage, flow } = onStage(garage, 'open-api')
    expect(await failureOf(stage.clock, flow.methods('4711'))).toMatchObject({ code: 2006 })
    expect(stage.steps).toHaveLength(2)
  })
})

describe.each(shapes)('the methods that nobody has, in the %s shape', (shape) => {
  it.each([
    ['mini-program', frontDoor, { kind: 'card', number: 2, name: 'Spare card' }],
    ['panel', frontDoor, { number: 2, unlockId: '5-2', name: 'Spare card' }],
    ['open-api', garage, { kind: 'card', number: 2 }],
    ['open-api', office, { kind: 'card', number: 2 }],
  ] as const)('come over %s', async (family, lock, spare) => {
    const { stage, flow } = onStage(lock, family, { shape })
    expect(await settle(stage.clock, flow.unassigned())).toEqual([spare])
  })
})
