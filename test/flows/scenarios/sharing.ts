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

const input = { kind: 'ble', times: 'unlimited', sharer: owner.uid, name: 'Jane' } as const

const invite = (harness: FlowHarness) => settle(harness.clock, flowOf(harness).create(input))

/** The invitation, as the receiver gets it. */
const invitationOf = ({ simulator }: FlowHarness) => {
  const [invitation] = simulator.world.sharings
  if (invitation === undefined) throw new Error('the simulator has no invitation')
  return invitation
}

/** The rules for all flows do not cover the tickets of invitations. */
const hidesTicket: Scenario['check'] = ({ simulator, events }, outcome) => {
  for (const { ticket } of simulator.world.sharings) {
    assert(!JSON.stringify(events).includes(ticket), 'the output contains a secret')
    if ('error' in outcome)
      assert(!String(outcome.error).includes(ticket), 'the output contains a secret')
  }
}

/** After a successful acceptance, the receiver is a user of the lock. */
const makesReceiverUser: Scenario['check'] = (harness, outcome) => {
  hidesTicket(harness, outcome)
  const member = harness.simulator.world.members.find(({ uid }) => uid === RECEIVER)
  if ('value' in outcome) assert(member, 'the receiver is not a user')
}

const scenario = (
  name: string,
  harnessOptions: Scenario['harness'],
  run: Scenario['run'],
  more: Partial<Scenario> = {},
): Scenario => ({
  flow: `sharing: ${name}`,
  over: `mini-program, ${harnessOptions.lock.id}`,
  harness: harnessOptions,
  run,
  check: hidesTicket,
  ...more,
})

export const sharingScenarios: readonly Scenario[] = [
  scenario('create', wifi, (harness) => flowOf(harness).create(input)),
  scenario('create', bluetooth, (harness) =>
    flowOf(harness).create({ ...input, kind: 'fingerprint' }),
  ),
  scenario('verify', wifi, (harness) => flowOf(harness).verify(invitationOf(harness)), {
    prepare: invite,
  }),
  scenario(
    'confirm',
    wifi,
    (harness) => flowOf(harness).confirm({ ...invitationOf(harness), receiver: RECEIVER }),
    { prepare: invite, check: makesReceiverUser },
  ),
  scenario('cancel', wifi, (harness) => flowOf(harness).cancel(invitationOf(harness)), {
    prepare: invite,
  }),
]
