import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, settle } from '../support/settle'
import { methodHarness } from './method-harness'

const { cellar, frontDoor, gardenGate, garage, office, porch, shed } = seed.locks
const { owner } = seed.members
const shapes = ['documented', 'sampled'] as const

const thumbs = [
  { kind: 'fingerprint', number: 1, name: 'Right thumb', memberId: owner.userId, duress: false },
  { kind: 'fingerprint', number: 2, name: 'Left thumb', memberId: owner.userId, duress: true },
  { kind: 'password', number: 1, name: 'Family code', memberId: owner.userId, duress: false },
]

describe.each(shapes)('methods.ofMember() in the %s shape', (shape) => {
  it.each([
    ['mini-program operations', garage, 'mini-program'],
    ['routes', porch, 'open-api'],
    ['routes', office, 'open-api'],
  ] as const)('reads every page over %s', async (_, lock, family) => {
    const { harness, flow } = methodHarness(lock, family, { shape })
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
    const methods = await settle(harness.clock, flow.ofMember(owner.userId))
    expect(methods.slice(0, 3)).toMatchObject(thumbs)
    expect(methods).toHaveLength(103)
    expect(new Set(methods.map(({ kind, number }) => `${kind} ${number}`)).size).toBe(103)
  })

  it('returns no kinds over panel APIs', async () => {
    const { harness, flow } = methodHarness(frontDoor, 'panel', { shape })
    const methods = await settle(harness.clock, flow.ofMember(owner.userId))
    const of = { memberId: owner.userId }
    expect(methods).toEqual([
      { ...of, number: 1, unlockId: '1-1', id: '400000001', name: 'Right thumb', duress: false },
      { ...of, number: 2, unlockId: '1-2', id: '400000002', name: 'Left thumb', duress: true },
      { ...of, number: 1, unlockId: '2-1', id: '400000003', name: 'Family code', duress: false },
    ])
  })

  it.each([
    ['another user', frontDoor, [2]],
    ['another user', shed, [2]],
    ['a user of the home', cellar, [1]],
    ['a user of either kind', garage, [1, 2]],
    ['a user of either kind', gardenGate, [1, 2]],
  ] as const)('returns each method once over the oldest routes, for %s', async (_, lock, kinds) => {
    const { harness, flow } = methodHarness(lock, 'open-api', { shape })
    const methods = await settle(harness.clock, flow.ofMember(owner.userId))
    expect(methods).toEqual(thumbs.map(({ name: __, ...method }) => method))
    expect(harness.simulator.requests.map(({ params }) => params)).toMatchObject(
      kinds.map((kind) => ({ user_type: String(kind) })),
    )
  })
})

describe('methods.ofMember() over the oldest routes', () => {
  const KEYS =
    'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'

  it('returns the methods of one user kind if the cloud does not know the other kind', async () => {
    const { harness, flow } = methodHarness(garage, 'open-api')
    harness.simulator.faults.next(KEYS, { vendorCode: 2006 })
    expect(await settle(harness.clock, flow.ofMember(owner.userId))).toHaveLength(3)
  })

  it('rejects with code 2006 if neither user kind contains the user', async () => {
    const { harness, flow } = methodHarness(garage, 'open-api')
    expect(await failureOf(harness.clock, flow.ofMember('4711'))).toMatchObject({ code: 2006 })
    expect(harness.steps).toHaveLength(2)
  })
})

describe.each(shapes)('methods.unassigned() in the %s shape', (shape) => {
  it.each([
    ['mini-program', frontDoor, { kind: 'card', number: 2, name: 'Spare card' }],
    ['panel', frontDoor, { number: 2, unlockId: '5-2', name: 'Spare card' }],
    ['open-api', garage, { kind: 'card', number: 2 }],
    ['open-api', office, { kind: 'card', number: 2 }],
  ] as const)('lists the spare card over %s operations', async (family, lock, spare) => {
    const { harness, flow } = methodHarness(lock, family, { shape })
    expect(await settle(harness.clock, flow.unassigned())).toEqual([spare])
  })
})
