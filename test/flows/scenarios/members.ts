import { seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { type Members, members } from '../../../src/entries/flows/members'
import { type FlowHarness, type HarnessOptions, START_MS } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import { briefly, overRoutes } from './channels'

const { frontDoor, garage, porch, cellar, office } = seed.locks
const { common } = seed.members
const ROWS = 3
const HOUR_MS = 60 * 60_000

type MemberChannel = readonly [over: string, lock: HarnessOptions['lock'], family: Family]

const miniProgram: MemberChannel = ['mini-program', frontDoor, 'mini-program']
const panel: MemberChannel = ['panel', frontDoor, 'panel']
const accessControl: MemberChannel = ['open-api, access control', office, 'open-api']
const video: MemberChannel = ['open-api, video lock', porch, 'open-api']
const keepAlive: MemberChannel = ['open-api, keep-alive lock', cellar, 'open-api']
const zigbee: MemberChannel = ['open-api, Zigbee lock', garage, 'open-api']

const [wifi, gateway] = [overRoutes.wifi, overRoutes.gateway].map(
  ([over, { lock }]): MemberChannel => [over, lock, 'open-api'],
) as [MemberChannel, MemberChannel]

const flowOf = ({ panel: of, deviceId, options }: FlowHarness): Members =>
  members(of, deviceId, options)

/** One call of the flow over each channel. */
const scenariosOf = (
  method: string,
  channels: readonly MemberChannel[],
  run: (flow: Members, harness: FlowHarness) => Promise<unknown>,
  prepare?: Scenario['prepare'],
): readonly Scenario[] =>
  channels.map(([over, lock, family]) => ({
    flow: `members: ${method}`,
    over,
    harness: { lock, families: [family] },
    run: (harness) => run(flowOf(harness), harness),
    ...(prepare !== undefined && { prepare }),
  }))

/** Adds members without an account, so that every list has several pages. */
const addMembersWithoutAccount = ({ simulator, lock }: FlowHarness): void => {
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

const MEMBER_ID = '7001'
const readAll = async (flow: Members): Promise<number> => {
  const ids = new Set<string>()
  for await (const { id } of flow.all({ pageSize: ROWS })) ids.add(id)
  if (ids.size !== ROWS + Object.keys(seed.members).length) throw new Error('a member is missing')
  return ids.size
}

/** Two lock objects add a member of the same name at once; fails with the first error. */
const addTwice = async (flow: Members, harness: FlowHarness): Promise<readonly string[]> => {
  const both = await Promise.allSettled(
    [flow, flowOf(harness)].map((each) => each.add({ name: 'Nadia', sex: 'female' })),
  )
  const ids = both.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value.id
  })
  if (new Set(ids).size !== ids.length) throw new Error('two members have the same id')
  return ids
}

const weekdays = { days: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1020 } as const

export const membersScenarios: readonly Scenario[] = [
  ...scenariosOf(
    'all',
    [miniProgram, panel, accessControl, video],
    readAll,
    addMembersWithoutAccount,
  ),
  ...scenariosOf('get', [miniProgram, panel, accessControl, zigbee], (flow) =>
    flow.get(common.userId),
  ),
  // Members of the same name exist already.
  ...scenariosOf(
    'add',
    [panel, keepAlive, zigbee],
    (flow) => flow.add({ name: 'Nadia', sex: 'female' }),
    addMembersWithoutAccount,
  ),
  ...scenariosOf(
    'add, two concurrent calls',
    [panel, keepAlive],
    addTwice,
    addMembersWithoutAccount,
  ),
  ...scenariosOf(
    'change',
    [zigbee],
    (flow) => flow.change(MEMBER_ID, { name: 'Nadja' }),
    addMembersWithoutAccount,
  ),
  ...scenariosOf(
    'remove',
    [panel, zigbee, video],
    (flow) => flow.remove(MEMBER_ID),
    addMembersWithoutAccount,
  ),
  ...scenariosOf('clear removed', [video], (flow) => flow.clearRemoved()),
  ...scenariosOf('set role', [accessControl], (flow) =>
    flow.setRole(common.userId, 'administrator'),
  ),
  ...scenariosOf('set validity', [accessControl, keepAlive], (flow) =>
    flow.setValidity(common.userId, {
      fromMs: START_MS,
      toMs: START_MS + HOUR_MS,
      weekly: [weekdays],
      timeZone: 'Europe/London',
    }),
  ),
  ...briefly([
    ...scenariosOf('get', [wifi, gateway], (flow) => flow.get(common.userId)),
    ...scenariosOf(
      'add',
      [wifi, gateway],
      (flow) => flow.add({ name: 'Nadia', sex: 'female' }),
      addMembersWithoutAccount,
    ),
    ...scenariosOf(
      'change',
      [wifi, gateway],
      (flow) => flow.change(MEMBER_ID, { name: 'Nadja' }),
      addMembersWithoutAccount,
    ),
    ...scenariosOf(
      'remove',
      [wifi, gateway],
      (flow) => flow.remove(MEMBER_ID),
      addMembersWithoutAccount,
    ),
  ]),
]
