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
import { members } from '../../../src/entries/flows/members'
import type { FlowHarness } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { onStage } from './crowd'

const { frontDoor, gardenGate, garage, office } = seed.locks
const { admin, common } = seed.members
const shapes = ['documented', 'sampled'] as const

type Where = readonly [string, Pick<Lock, 'id'>, Family]
const assigning: readonly Where[] = [
  ['mini-program operations', frontDoor, 'mini-program'],
  ['mini-program operations', gardenGate, 'mini-program'],
  ['panel APIs', frontDoor, 'panel'],
  ['the route that takes several', office, 'open-api'],
  ['the route that takes several', gardenGate, 'open-api'],
  ['the route that takes one', frontDoor, 'open-api'],
  ['the route that takes one', garage, 'open-api'],
]
/** What a Bluetooth lock took in for its user stays that user's, says the route. */
const unassigning = assigning.filter(([, lock]) => lock !== office)

const methodsOf = ({ lock }: FlowHarness, userId: string) =>
  lock.opmodes.filter((one) => one.userId === userId).map(({ name }) => name)

describe.each(shapes)('methods that nobody has, in the %s shape', (shape) => {
  it.each(assigning)('are given to a member over %s', async (_, lock, family) => {
    const { stage, flow } = onStage(lock, family, { shape })
    const { opmodes } = stage.lock
    const [free] = opmodes.filter(({ userId }) => userId === undefined)
    if (free !== undefined)
      opmodes.push({ ...free, id: '9', dpCode: 'unlock_fingerprint', unlockSn: 9, name: 'Toe' })
    const unassigned = await settle(stage.clock, flow.unassigned())
    expect(unassigned).toHaveLength(2)
    await settle(stage.clock, flow.assign(common.userId, unassigned))
    expect(methodsOf(stage, common.userId)).toEqual(['After school', 'Spare card', 'Toe'])
    expect(await settle(stage.clock, flow.unassigned())).toEqual([])
  })

  it.each(unassigning)('are taken from them again over %s', async (_, lock, family) => {
    const { stage, flow } = onStage(lock, family, { shape })
    await settle(
      stage.clock,
      flow.assign(common.userId, await settle(stage.clock, flow.unassigned())),
    )
    const methods = await settle(stage.clock, flow.methods(common.userId))
    const spare = methods.filter(({ number, kind, unlockId }) =>
      kind === undefined ? unlockId === '5-2' : kind === 'card' && number === 2,
    )
    await settle(stage.clock, flow.unassign(common.userId, spare))
    expect(methodsOf(stage, common.userId)).toEqual(['After school'])
    expect(await settle(stage.clock, flow.unassigned())).toHaveLength(1)
  })
})

describe('many unassigned methods', () => {
  it('are all listed, whatever a page counts', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    const { opmodes } = stage.lock
    const free = opmodes.find(({ userId }) => userId === undefined)
    if (free === undefined) throw new Error('every method is somebody’s')
    for (let unlockSn = 10; unlockSn < 130; unlockSn++)
      opmodes.push({ ...free, id: String(unlockSn), unlockSn })
    expect(await settle(stage.clock, flow.unassigned())).toHaveLength(121)
    expect(stage.steps).toHaveLength(2)
  })
})

describe('several methods', () => {
  it('are taken one after the other where an operation takes one', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    const methods = await settle(stage.clock, flow.methods(admin.userId))
    stage.begin()
    await settle(stage.clock, flow.unassign(admin.userId, methods))
    expect(stage.steps).toEqual(['doorLock.deallocateOpmode', 'doorLock.deallocateOpmode'])
    expect(methodsOf(stage, admin.userId)).toEqual([])
  })

  it('of which one is refused: those before it are moved, and it can be repeated', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    const methods = await settle(stage.clock, flow.methods(admin.userId))
    stage.simulator.faults.next('doorLock.deallocateOpmode', 'drop-after')
    const broken = [...methods.slice(0, 1), { kind: 'card', number: 99 }]
    expect(await failureOf(stage.clock, flow.unassign(admin.userId, broken))).toMatchObject({
      code: 2323,
    })
    expect(methodsOf(stage, admin.userId)).toEqual(['White card'])
  })
})

describe('a method', () => {
  it('of another user is refused', async () => {
    for (const family of ['mini-program', 'panel', 'open-api'] as const) {
      const { stage, flow } = onStage(frontDoor, family)
      const [finger] = await settle(stage.clock, flow.methods(admin.userId))
      if (finger === undefined) throw new Error('the administrator has none')
      expect(await failureOf(stage.clock, flow.assign(common.userId, [finger]))).toMatchObject({
        code: 2324,
      })
    }
  })

  it.each([
    ['mini-program', { unlockId: '5-2' }, 'methods[0].kind'],
    ['mini-program', { kind: 'card' }, 'methods[0].number'],
    ['open-api', { unlockId: '5-2' }, 'methods[0].kind'],
    ['panel', { kind: 'card', number: 2 }, 'methods[0].unlockId'],
  ] as const)('is named as %s operations name it', async (family, method, path) => {
    const { stage, flow } = onStage(frontDoor, family)
    for (const move of [flow.assign, flow.unassign])
      expect(await failureOf(stage.clock, move(common.userId, [method]))).toMatchObject({
        kind: 'params',
        issues: [{ path }],
      })
    expect(stage.steps).toEqual([])
  })

  it('is one at least', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    expect(await failureOf(stage.clock, flow.assign(common.userId, []))).toMatchObject({
      kind: 'params',
      issues: [{ path: 'methods' }],
    })
    expect(
      await failureOf(stage.clock, flow.assign('', [{ kind: 'card', number: 2 }])),
    ).toMatchObject({ kind: 'params', issues: [{ path: 'id' }] })
    expect(stage.steps).toEqual([])
  })

  it('keeps a name that no table has', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    const method = stage.lock.opmodes.find(({ userId }) => userId === undefined)
    if (method === undefined) throw new Error('every method is somebody’s')
    stage.lock.opmodes.push({ ...method, id: '9', dpCode: 'unlock_tail', unlockSn: 4 })
    const [, tail] = await settle(stage.clock, flow.unassigned())
    expect(tail).toMatchObject({ kind: 'unlock_tail', number: 4 })
    if (tail !== undefined) await settle(stage.clock, flow.assign(common.userId, [tail]))
    expect(methodsOf(stage, common.userId)).toHaveLength(2)
  })

  it('cannot be taken where no operation does it', async () => {
    const { stage, flow } = onStage(office, ['mini-program', 'panel', 'open-api'])
    expect(
      await failureOf(stage.clock, flow.unassign(common.userId, [{ kind: 'card', number: 2 }])),
    ).toMatchObject({ kind: 'unsupported' })
  })
})

/** The flow on a panel of which some operations answer otherwise. */
const withHandlers = (...handlers: readonly BoundHandler[]) => {
  const { stage } = onStage(frontDoor, 'panel')
  const transport = stage.simulator.asTransport()
  const panel = createPanel({
    actions: allActions,
    handlers,
    transport: { ...transport, families: ['panel'] },
    scheduler: stage.clock.scheduler,
  })
  return { stage, flow: members(panel, stage.deviceId, stage.options) }
}

describe('the two operations whose titles are crossed', () => {
  const groups = [{ opmode: '5', unlockInfo: [{ unlockId: '5-2' }] }]
  const saysOnly = handle(unlockAssignlist, (params, { send }) =>
    send(params).pipe(map((answer) => Array.isArray(answer) && answer.length > 0)),
  )
  const lists = handle(unlockWaitassign, (params, { send }) => send(params).pipe(map(() => groups)))

  it('list in whichever of them lists', async () => {
    const { stage, flow } = withHandlers(saysOnly, lists)
    expect(await settle(stage.clock, flow.unassigned())).toEqual([{ number: 2, unlockId: '5-2' }])
  })

  it('are an error with a name where neither lists', async () => {
    const { stage, flow } = withHandlers(saysOnly)
    expect(await failureOf(stage.clock, flow.unassigned())).toMatchObject({
      kind: 'lock',
      reason: 'not-listed',
    })
  })
})

describe('an operation that succeeds with false', () => {
  it('has done nothing, and says so', async () => {
    const { stage, flow } = withHandlers(
      handle(userUnlockAllocate, (params, { send }) => send(params).pipe(map(() => false))),
    )
    expect(
      await failureOf(stage.clock, flow.assign(common.userId, [{ unlockId: '5-2' }])),
    ).toMatchObject({ kind: 'lock', action: 'members.assign', reason: 'not-done' })
  })
})
