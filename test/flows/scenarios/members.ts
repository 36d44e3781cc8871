import { seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { type Members, members } from '../../../src/entries/flows/members'
import { type FlowHarness, type HarnessOptions, START_MS } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'

const { frontDoor, gardenGate, garage, porch, cellar, office } = seed.locks
const { owner, admin, common } = seed.members
const ROWS = 3
const HOUR_MS = 60 * 60_000

type Where = readonly [over: string, lock: HarnessOptions['lock'], family: Family]

const miniProgram: Where = ['mini-program', frontDoor, 'mini-program']
const panel: Where = ['panel', frontDoor, 'panel']
const accessControl: Where = ['open-api, access control', office, 'open-api']
const video: Where = ['open-api, video lock', porch, 'open-api']
const keepAlive: Where = ['open-api, keep-alive lock', cellar, 'open-api']
const zigbee: Where = ['open-api, Zigbee lock', garage, 'open-api']
const bluetooth: Where = ['open-api, Bluetooth lock', gardenGate, 'open-api']

const flowOf = ({ panel: of, deviceId, options }: FlowHarness): Members =>
  members(of, deviceId, options)

/** One use of the flow, over each of those that carry it. */
const scenariosOf = (
  method: string,
  wheres: readonly Where[],
  run: (flow: Members, stage: FlowHarness) => Promise<unknown>,
  prepare?: Scenario['prepare'],
): readonly Scenario[] =>
  wheres.map(([over, lock, family]) => ({
    flow: `members: ${method}`,
    over,
    stage: { lock, families: [family] },
    run: (stage) => run(flowOf(stage), stage),
    ...(prepare !== undefined && { prepare }),
  }))

/** More than a page of those without an account, so that every list has several. */
const strangers = ({ simulator, lock }: FlowHarness): void => {
  for (let index = 0; index < ROWS; index++) {
    const userId = String(7000 + index)
    simulator.world.deviceUsers.push({
      ...common,
      userId,
      lockId: lock.id,
      nickName: 'Nadia',
      userType: 20,
      sex: '2',
      birthday: '',
      height: 0,
      weight: 0,
    })
    lock.users.push({ userId, lockUserId: 70 + index })
  }
}

const STRANGER = '7001'
const spareCard = { kind: 'card', number: 2, unlockId: '5-2' }

const give = ({ lock }: FlowHarness): void => {
  for (const opmode of lock.opmodes)
    if (opmode.name === 'Spare card')
      Object.assign(opmode, { userId: admin.userId, assigned: true })
}

const readAll = async (flow: Members): Promise<number> => {
  const ids = new Set<string>()
  for await (const { id } of flow.all({ pageSize: ROWS })) ids.add(id)
  if (ids.size !== ROWS + Object.keys(seed.members).length) throw new Error('somebody is missing')
  return ids.size
}

/** Two lock objects add somebody of one name at a time; fails with what the first of them failed with. */
const addTwice = async (flow: Members, stage: FlowHarness): Promise<readonly string[]> => {
  const both = await Promise.allSettled(
    [flow, flowOf(stage)].map((each) => each.add({ name: 'Nadia', sex: 'female' })),
  )
  const ids = both.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value.id
  })
  if (new Set(ids).size !== ids.length) throw new Error('two were taken for one')
  return ids
}

const weekdays = { days: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1020 } as const

export const membersScenarios: readonly Scenario[] = [
  ...scenariosOf('all', [miniProgram, panel, accessControl, video], readAll, strangers),
  ...scenariosOf('get', [miniProgram, panel, accessControl, zigbee], (flow) =>
    flow.get(common.userId),
  ),
  // There are namesakes already.
  ...scenariosOf(
    'add',
    [panel, keepAlive, zigbee],
    (flow) => flow.add({ name: 'Nadia', sex: 'female' }),
    strangers,
  ),
  ...scenariosOf('add, twice at a time', [panel, keepAlive], addTwice, strangers),
  ...scenariosOf('change', [zigbee], (flow) => flow.change(STRANGER, { name: 'Nadja' }), strangers),
  ...scenariosOf('remove', [panel, zigbee, video], (flow) => flow.remove(STRANGER), strangers),
  ...scenariosOf('clear removed', [video], (flow) => flow.clearRemoved()),
  ...scenariosOf('set role', [accessControl], (flow) =>
    flow.setRole(common.userId, 'administrator'),
  ),
  ...scenariosOf('set validity', [accessControl, keepAlive], (flow) =>
    flow.setValidity(common.userId, {
      fromMs: START_MS,
      toMs: START_MS + HOUR_MS,
      weekly: [weekdays],
    }),
  ),
  ...scenariosOf('methods', [miniProgram, panel, accessControl, zigbee], (flow) =>
    flow.methods(owner.userId),
  ),
  ...scenariosOf('unassigned', [miniProgram, panel, zigbee], (flow) => flow.unassigned()),
  ...scenariosOf('assign', [miniProgram, panel, accessControl, zigbee, bluetooth], (flow) =>
    flow.assign(common.userId, [spareCard]),
  ),
  ...scenariosOf(
    'unassign',
    [miniProgram, panel, zigbee, bluetooth],
    (flow) => flow.unassign(admin.userId, [spareCard]),
    give,
  ),
]
