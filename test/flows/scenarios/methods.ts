import { seed } from '../../../simulator'
import { type Methods, methods } from '../../../src/entries/flows/methods'
import type { FlowHarness } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import { briefly, type Channel, inApp, overRoutes } from './channels'

const { frontDoor, gardenGate, porch } = seed.locks
const { owner, admin, common } = seed.members

const miniProgram: Channel = ['mini-program', { lock: frontDoor, families: ['mini-program'] }]
const panel: Channel = ['panel', { lock: frontDoor, families: ['panel'] }]
const video: Channel = ['open-api, video lock', { lock: porch, families: ['open-api'] }]
const bluetooth: Channel = ['open-api, Bluetooth', { lock: gardenGate, families: ['open-api'] }]
const lockItself: Channel = [
  'mini-program and data points',
  { lock: gardenGate, families: ['mini-program'], dataPoints: true },
]
const { wifi, zigbee, gateway, accessControl } = overRoutes
const [appZigbee, appBluetooth, appGateway] = [inApp.zigbee, inApp.bluetooth, inApp.gateway]

const flowOf = ({ panel: of, deviceId, options }: FlowHarness): Methods =>
  methods(of, deviceId, options)

const SEEDED_METHODS = 7

type Check = NonNullable<Scenario['check']>

/** One call of the flow over each channel. */
const scenariosOf = (
  method: string,
  channels: readonly Channel[],
  run: (flow: Methods, harness: FlowHarness) => Promise<unknown>,
  rules: Pick<Scenario, 'prepare' | 'check'> = {},
): readonly Scenario[] =>
  channels.map(([over, harness]) => ({
    flow: `methods: ${method}`,
    over,
    harness,
    run: (one) => run(flowOf(one), one),
    ...rules,
  }))

const spareCard = { kind: 'card', number: 2 }
const whiteCard = { kind: 'card', number: 1, memberId: admin.userId }

/** The unlockId of a card on this lock, which panel APIs require. */
const withUnlockId = <T extends { readonly number: number }>(card: T, { lock }: FlowHarness) => ({
  ...card,
  unlockId: `${lock.dpIds.unlock_card}-${card.number}`,
})

const cardOf = ({ lock }: FlowHarness, unlockSn: number) =>
  lock.opmodes.find((one) => one.dpCode === 'unlock_card' && one.unlockSn === unlockSn)

const assignSpareCard: Scenario['prepare'] = (harness) => {
  Object.assign(cardOf(harness, spareCard.number) ?? {}, { userId: admin.userId, assigned: true })
}

/** A list that could not be read is a failure, and a success has every method. */
const isWhole =
  (count: number): Check =>
  (_, outcome) => {
    if ('value' in outcome && (outcome.value as { methods: unknown[] }).methods.length !== count)
      throw new Error('a method is missing')
  }

/** A success needs its effect. */
const needs =
  (isDone: (harness: FlowHarness) => boolean): Check =>
  (harness, outcome) => {
    if ('value' in outcome && !isDone(harness)) throw new Error('nothing happened at the lock')
  }

const remove = (flow: Methods) => flow.delete(whiteCard)
const isDeleted = needs((harness) => cardOf(harness, whiteCard.number) === undefined)
const rename = (flow: Methods) => flow.rename(whiteCard, 'Blue card')
const isRenamed = needs((harness) => cardOf(harness, whiteCard.number)?.name === 'Blue card')
const raiseDuress = (flow: Methods, harness: FlowHarness) =>
  flow.setDuress(withUnlockId(whiteCard, harness), true)
const raisesDuress = needs((harness) => cardOf(harness, whiteCard.number)?.hijack === true)
const assign = (flow: Methods, harness: FlowHarness) =>
  flow.assign(withUnlockId(spareCard, harness), common.userId)
const unassign = (flow: Methods, harness: FlowHarness) =>
  flow.unassign(withUnlockId({ ...spareCard, memberId: admin.userId }, harness))
const wholeHome = { check: isWhole(SEEDED_METHODS - 1) }

export const methodsScenarios: readonly Scenario[] = [
  ...scenariosOf('list', [miniProgram, panel, accessControl], (flow) => flow.list(), {
    check: isWhole(SEEDED_METHODS),
  }),
  ...scenariosOf('list', appBluetooth, (flow) => flow.list(), wholeHome),
  ...scenariosOf('of member', [miniProgram, panel, accessControl, zigbee], (flow) =>
    flow.ofMember(owner.userId),
  ),
  ...scenariosOf('unassigned', [miniProgram, panel, zigbee], (flow) => flow.unassigned()),
  ...scenariosOf('get', [miniProgram, zigbee], (flow) => flow.get(whiteCard)),
  ...scenariosOf('rename', [accessControl], rename, { check: isRenamed }),
  ...scenariosOf(
    'rename',
    [panel],
    async (flow) => {
      const card = (await flow.ofMember(admin.userId)).find(({ name }) => name === 'White card')
      await flow.rename(card ?? {}, 'Blue card')
    },
    { check: isRenamed },
  ),
  ...scenariosOf('delete', [zigbee, accessControl, lockItself, ...appBluetooth], remove, {
    check: isDeleted,
  }),
  ...scenariosOf('set duress', [miniProgram, panel, zigbee], raiseDuress, { check: raisesDuress }),
  ...scenariosOf('assign', [miniProgram, panel, accessControl, zigbee, bluetooth], assign),
  ...scenariosOf('unassign', [miniProgram, panel, zigbee, bluetooth], unassign, {
    prepare: assignSpareCard,
  }),
  ...briefly([
    ...scenariosOf('list', [video], (flow) => flow.list()),
    ...scenariosOf('list', [...appZigbee, ...appGateway], (flow) => flow.list(), wholeHome),
    ...scenariosOf('of member', [wifi, gateway], (flow) => flow.ofMember(owner.userId)),
    ...scenariosOf('unassigned', [wifi, gateway, accessControl], (flow) => flow.unassigned()),
    ...scenariosOf('delete', [wifi, gateway, ...appGateway], remove, { check: isDeleted }),
    ...scenariosOf('set duress', [wifi, gateway], raiseDuress, { check: raisesDuress }),
    ...scenariosOf('assign', [wifi, gateway], assign),
    ...scenariosOf('unassign', [wifi, gateway], unassign, { prepare: assignSpareCard }),
  ]),
]
