import assert from 'node:assert/strict'
import { seed } from '../../../simulator'
import { type Sharing, sharing } from '../../../src/flows/sharing/sharing'
import type { FlowHarness } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import { settle } from '../support/settle'

const { frontDoor, gardenGate } = seed.locks
const { owner } = seed.members
const RECEIVER = 'ay0000000000000guest'
const wifi = { lock: frontDoor, families: ['mini-program'] } as const
const bluetooth = { lock: gardenGate, families: ['mini-program'] } as const

const flowOf = ({ panel, deviceId, options }: FlowHarness): Sharing =>
  sharing(panel, deviceId, options)

const wanted = { kind: 'ble', times: 'unlimited', sharer: owner.uid, name: 'Jane' } as const

const invite = (stage: FlowHarness) => settle(stage.clock, flowOf(stage).create(wanted))

/** As the receiver was told it. */
const invitationOf = ({ simulator }: FlowHarness) => {
  const [invitation] = simulator.world.sharings
  if (invitation === undefined) throw new Error('nobody was invited')
  return invitation
}

/** The verdict does not know of tickets of sharings. */
const hidesTicket: Scenario['check'] = ({ simulator, events }, outcome) => {
  for (const { ticket } of simulator.world.sharings) {
    assert(!JSON.stringify(events).includes(ticket), 'a secret is told')
    if ('error' in outcome) assert(!String(outcome.error).includes(ticket), 'a secret is told')
  }
}

/** Whoever is told that they may open is a user of the lock, and nobody else is. */
const isUserOrHeardOfIt: Scenario['check'] = (stage, outcome) => {
  hidesTicket(stage, outcome)
  const member = stage.simulator.world.members.find(({ uid }) => uid === RECEIVER)
  if ('value' in outcome) assert(member, 'the receiver is no user')
}

const scenario = (
  name: string,
  stage: Scenario['stage'],
  run: Scenario['run'],
  more: Partial<Scenario> = {},
): Scenario => ({
  flow: `sharing: ${name}`,
  over: `mini-program, ${stage.lock.id}`,
  stage,
  run,
  check: hidesTicket,
  ...more,
})

export const sharingScenarios: readonly Scenario[] = [
  scenario('create', wifi, (stage) => flowOf(stage).create(wanted)),
  scenario('create', bluetooth, (stage) =>
    flowOf(stage).create({ ...wanted, kind: 'fingerprint' }),
  ),
  scenario('verify', wifi, (stage) => flowOf(stage).verify(invitationOf(stage)), {
    prepare: invite,
  }),
  scenario(
    'confirm',
    wifi,
    (stage) => flowOf(stage).confirm({ ...invitationOf(stage), receiver: RECEIVER }),
    { prepare: invite, check: isUserOrHeardOfIt },
  ),
  scenario('cancel', wifi, (stage) => flowOf(stage).cancel(invitationOf(stage)), {
    prepare: invite,
  }),
]
