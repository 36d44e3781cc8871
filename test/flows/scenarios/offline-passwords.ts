import assert from 'node:assert/strict'
import { seed } from '../../../simulator'
import {
  type OfflinePasswords,
  offlinePasswords,
} from '../../../src/flows/offline-passwords/offline-passwords'
import type { OfflineRequest } from '../../../src/flows/offline-passwords/offline-request'
import type { Scenario } from '../support/scenario'
import { START_MS, type Stage } from '../support/stage'

const { frontDoor, gardenGate } = seed.locks
const GUESTS = seed.offlinePasswords[0]?.id ?? ''
const HOUR_MS = 3_600_000
const panel = { lock: frontDoor, families: ['panel'] } as const
const miniProgram = { lock: frontDoor, families: ['mini-program'] } as const

const flowOf = ({ panel, deviceId, options }: Stage): OfflinePasswords =>
  offlinePasswords(panel, deviceId, options)

const scenario = (
  name: string,
  over: string,
  stage: Scenario['stage'],
  run: (flow: OfflinePasswords) => Promise<unknown>,
  more: Partial<Scenario> = {},
): Scenario => ({
  flow: `offline passwords: ${name}`,
  over,
  stage,
  run: (on) => run(flowOf(on)),
  ...more,
})

const orders: readonly OfflineRequest[] = [
  { kind: 'once', name: 'Parcel' },
  { kind: 'multiple', fromMs: START_MS, toMs: START_MS + 48 * HOUR_MS },
  { kind: 'clear-all' },
]

/** The verdict does not know of these. */
const hidesClearingCode: Scenario['check'] = ({ simulator, events }, outcome) => {
  const { clearingCode = 'none' } = simulator.world.offlinePasswords[0] ?? {}
  assert(!JSON.stringify(events).includes(clearingCode), 'a secret is told')
  if ('error' in outcome) assert(!String(outcome.error).includes(clearingCode), 'a secret is told')
}

/** Where it says that the lock knows T0, the lock does. */
const knowsT0: Scenario['check'] = ({ lock }, outcome) => {
  const known = lock.status.find(({ code }) => code === 'password_offline_time')?.value
  if ('value' in outcome) assert.equal(known, String(lock.pairedAt))
}

export const offlinePasswordsScenarios: readonly Scenario[] = [
  scenario('dynamic', 'mini-program', miniProgram, (flow) => flow.dynamic()),
  ...orders.map((order) =>
    scenario(`offline, ${order.kind}`, 'panel', panel, (flow) => flow.offline(order)),
  ),
  scenario('available', 'panel', panel, (flow) => flow.available('clear-one')),
  scenario('list', 'panel', panel, (flow) => flow.list('multiple')),
  scenario('revocable', 'panel', panel, (flow) => flow.revocable()),
  scenario('rename', 'panel', panel, (flow) => flow.rename(GUESTS, { name: 'Aunt' })),
  scenario('revoke', 'panel', panel, (flow) => flow.revoke(GUESTS), {
    check: hidesClearingCode,
  }),
  scenario('revoke', 'mini-program', miniProgram, (flow) => flow.revoke(GUESTS), {
    check: hidesClearingCode,
  }),
  scenario(
    'sendT0',
    'mini-program and data points',
    { lock: gardenGate, families: ['mini-program'], dataPoints: true },
    (flow) => flow.sendT0(),
    { check: knowsT0 },
  ),
  scenario(
    'sendT0',
    'mini-program',
    { lock: gardenGate, families: ['mini-program'] },
    (flow) => flow.sendT0(),
    { check: knowsT0 },
  ),
  scenario(
    'sendT0',
    'data points',
    { lock: gardenGate, families: ['panel'], dataPoints: true },
    (flow) => flow.sendT0({ pairedAtMs: gardenGate.pairedAt * 1000 }),
    { check: knowsT0 },
  ),
]
