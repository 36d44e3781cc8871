import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { unlockAssignlist } from '../../../actions/panel/unlock-methods/unlock-assignlist'
import { unlockWaitassign } from '../../../actions/panel/unlock-methods/unlock-waitassign'
import { userUnlockAllocate } from '../../../actions/panel/unlock-methods/user-unlock-allocate'
import { type Lock, seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { createPanel } from '../../../src/core/panel/create-panel'
import { type BoundHandler, handle } from '../../../src/core/panel/handle'
import { methods as methodsFlow } from '../../../src/entries/flows/methods'
import type { FlowHarness } from '../support/flow-harness'
import { schemaOf } from '../support/native-hosts'
import { failureOf, settle } from '../support/settle'
import { methodHarness } from './method-harness'

const { frontDoor, gardenGate, garage, office } = seed.locks
const { admin, common } = seed.members
const shapes = ['documented', 'sampled'] as const

type Channel = readonly [string, Pick<Lock, 'id'>, Family]
const assigning: readonly Channel[] = [
  ['mini-program operations', frontDoor, 'mini-program'],
  ['mini-program operations', gardenGate, 'mini-program'],
  ['panel APIs', frontDoor, 'panel'],
  ['the route for several methods', office, 'open-api'],
  ['the route for several methods', gardenGate, 'open-api'],
  ['the route for one method', frontDoor, 'open-api'],
  ['the route for one method', garage, 'open-api'],
]
/** No documented operation unassigns methods of an access control device. */
const unassigning = assigning.filter(([, lock]) => lock !== office)

const methodsOf = ({ lock }: FlowHarness, userId: string) =>
  lock.opmodes.filter((one) => one.userId === userId).map(({ name }) => name)

describe.each(shapes)('unassigned methods, in the %s shape,', (shape) => {
  it.each(assigning)('can be assigned to a member over %s', async (_, lock, family) => {
    const { harness, flow } = methodHarness(lock, family, { shape })
    const { opmodes } = harness.lock
    const [free] = opmodes.filter(({ userId }) => userId === undefined)
    if (free !== undefined)
      opmodes.push({ ...free, id: '9', dpCode: 'unlock_fingerprint', unlockSn: 9, name: 'Toe' })
    const unassigned = await settle(harness.clock, flow.unassigned())
    expect(unassigned).toHaveLength(2)
    await settle(harness.clock, flow.assign(unassigned, common.userId))
    expect(methodsOf(harness, common.userId)).toEqual(['After school', 'Spare card', 'Toe'])
    expect(await settle(harness.clock, flow.unassigned())).toEqual([])
  })

  it.each(unassigning)('can be unassigned again over %s', async (_, lock, family) => {
    const { harness, flow } = methodHarness(lock, family, { shape })
    await settle(
      harness.clock,
      flow.assign(await settle(harness.clock, flow.unassigned()), common.userId),
    )
    const methods = await settle(harness.clock, flow.ofMember(common.userId))
    const spare = methods.filter(({ number, kind, unlockId }) =>
      kind === undefined ? unlockId === '5-2' : kind === 'card' && number === 2,
    )
    await settle(harness.clock, flow.unassign(spare))
    expect(methodsOf(harness, common.userId)).toEqual(['After school'])
    expect(await settle(harness.clock, flow.unassigned())).toHaveLength(1)
  })
})

describe('methods.unassigned()', () => {
  it('reads every page of the list', async () => {
    const { harness, flow } = methodHarness(frontDoor, 'mini-program')
    const { opmodes } = harness.lock
    const free = opmodes.find(({ userId }) => userId === undefined)
    if (free === undefined) throw new Error('every method is assigned')
    for (let unlockSn = 10; unlockSn < 130; unlockSn++)
      opmodes.push({ ...free, id: String(unlockSn), unlockSn })
    expect(await settle(harness.clock, flow.unassigned())).toHaveLength(121)
    expect(harness.steps).toHaveLength(2)
  })
})

describe('methods.unassign() with several methods', () => {
  it('sends one command for each method if the operation takes one', async () => {
    const { harness, flow } = methodHarness(frontDoor, 'mini-program')
    const methods = await settle(harness.clock, flow.ofMember(admin.userId))
    harness.begin()
    await settle(harness.clock, flow.unassign(methods))
    expect(harness.steps).toEqual(['doorLock.deallocateOpmode', 'doorLock.deallocateOpmode'])
    expect(methodsOf(harness, admin.userId)).toEqual([])
  })

  it('stops at a rejected method and keeps the methods before it unassigned', async () => {
    const { harness, flow } = methodHarness(frontDoor, 'mini-program')
    const methods = await settle(harness.clock, flow.ofMember(admin.userId))
    harness.simulator.faults.next('doorLock.deallocateOpmode', 'drop-after')
    const broken = [...methods.slice(0, 1), { kind: 'card', number: 99, memberId: admin.userId }]
    expect(await failureOf(harness.clock, flow.unassign(broken))).toMatchObject({
      code: 2323,
    })
    expect(methodsOf(harness, admin.userId)).toEqual(['White card'])
  })
})

describe('a change of assigned methods', () => {
  it('is rejected if the method belongs to another user', async () => {
    for (const family of ['mini-program', 'panel', 'open-api'] as const) {
      const { harness, flow } = methodHarness(frontDoor, family)
      const [finger] = await settle(harness.clock, flow.ofMember(admin.userId))
      if (finger === undefined) throw new Error('the administrator has no method')
      expect(await failureOf(harness.clock, flow.assign(finger, common.userId))).toMatchObject({
        code: 2324,
      })
    }
  })

  it.each([
    ['mini-program', frontDoor, { kind: 'card' }, 'methods[0]'],
    ['mini-program', frontDoor, { kind: 'hand', number: 2 }, 'methods[0].memberId'],
    ['open-api', garage, { kind: 'card', number: 2 }, 'methods[0].memberId'],
    ['panel', frontDoor, { kind: 'card', number: 2 }, 'methods[0].unlockId'],
  ] as const)(
    'is rejected without what %s operations require and no list contains: %j',
    async (family, lock, method, path) => {
      const { harness, flow } = methodHarness(lock, family)
      expect(await failureOf(harness.clock, flow.unassign(method))).toMatchObject({
        kind: 'params',
        issues: [{ path }],
      })
      expect(harness.simulator.journal).toEqual([])
    },
  )

  it.each([
    ['mini-program', { unlockId: '5-2' }],
    ['mini-program', { kind: 'card', number: 2 }],
    ['panel', { unlockId: '5-02' }],
  ] as const)('reads what %s operations require from the lists: %j', async (family, method) => {
    const schema = schemaOf(frontDoor)
    const { harness, flow } = methodHarness(frontDoor, family, {}, { schema })
    await settle(harness.clock, flow.assign(method, common.userId))
    expect(methodsOf(harness, common.userId)).toEqual(['After school', 'Spare card'])
    await settle(harness.clock, flow.unassign(method))
    expect(methodsOf(harness, common.userId)).toEqual(['After school'])
  })

  it('is rejected without a method or without a user id', async () => {
    const { harness, flow } = methodHarness(frontDoor, 'mini-program')
    expect(await failureOf(harness.clock, flow.assign([], common.userId))).toMatchObject({
      kind: 'params',
      issues: [{ path: 'methods' }],
    })
    expect(
      await failureOf(harness.clock, flow.assign({ kind: 'card', number: 2 }, '')),
    ).toMatchObject({ kind: 'params', issues: [{ path: 'memberId' }] })
    expect(harness.steps).toEqual([])
  })

  it('keeps a method kind that no table contains', async () => {
    const { harness, flow } = methodHarness(frontDoor, 'mini-program')
    const method = harness.lock.opmodes.find(({ userId }) => userId === undefined)
    if (method === undefined) throw new Error('every method is assigned')
    harness.lock.opmodes.push({ ...method, id: '9', dpCode: 'unlock_tail', unlockSn: 4 })
    const [, tail] = await settle(harness.clock, flow.unassigned())
    expect(tail).toMatchObject({ kind: 'unlock_tail', number: 4 })
    if (tail !== undefined) await settle(harness.clock, flow.assign(tail, common.userId))
    expect(methodsOf(harness, common.userId)).toHaveLength(2)
  })

  it('is unsupported if no operation of the panel unassigns methods', async () => {
    const { harness, flow } = methodHarness(office, ['mini-program', 'panel', 'open-api'])
    expect(
      await failureOf(harness.clock, flow.unassign({ kind: 'card', number: 2 })),
    ).toMatchObject({ kind: 'unsupported' })
  })
})

/** The flow on a panel whose handlers replace some answers. */
const withHandlers = (...handlers: readonly BoundHandler[]) => {
  const { harness } = methodHarness(frontDoor, 'panel')
  const transport = harness.simulator.asTransport()
  const panel = createPanel({
    actions: allActions,
    handlers,
    transport: { ...transport, families: ['panel'] },
    clock: harness.clock,
  })
  return { harness, flow: methodsFlow(panel, harness.deviceId, harness.options) }
}

describe('methods.unassigned() over panel APIs', () => {
  const groups = [{ opmode: '5', unlockInfo: [{ unlockId: '5-2' }] }]
  const returnsFlag = handle(unlockAssignlist, (params, { send }) =>
    send(params).pipe(map((answer) => Array.isArray(answer) && answer.length > 0)),
  )
  const returnsList = handle(unlockWaitassign, (params, { send }) =>
    send(params).pipe(map(() => groups)),
  )

  it('reads whichever of the two operations returns a list', async () => {
    const { harness, flow } = withHandlers(returnsFlag, returnsList)
    expect(await settle(harness.clock, flow.unassigned())).toEqual([{ number: 2, unlockId: '5-2' }])
  })

  it('rejects with the reason not-listed if neither operation returns a list', async () => {
    const { harness, flow } = withHandlers(returnsFlag)
    expect(await failureOf(harness.clock, flow.unassigned())).toMatchObject({
      kind: 'lock',
      reason: 'not-listed',
    })
  })
})

describe('methods.assign()', () => {
  it('rejects with the reason not-done if the operation answers false', async () => {
    const { harness, flow } = withHandlers(
      handle(userUnlockAllocate, (params, { send }) => send(params).pipe(map(() => false))),
    )
    expect(
      await failureOf(harness.clock, flow.assign({ unlockId: '5-2' }, common.userId)),
    ).toMatchObject({ kind: 'lock', action: 'methods.assign', reason: 'not-done' })
  })
})
