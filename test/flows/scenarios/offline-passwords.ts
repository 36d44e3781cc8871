import assert from 'node:assert/strict'
import { seed } from '../../../simulator'
import {
  type OfflinePasswords,
  offlinePasswords,
} from '../../../src/flows/offline-passwords/offline-passwords'
import type { OfflineRequest } from '../../../src/flows/offline-passwords/offline-request'
import { type FlowHarness, START_MS } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import { briefly, overRoutes } from './channels'

const { frontDoor, gardenGate } = seed.locks
const GUESTS_ID = seed.offlinePasswords[0]?.id ?? ''
const HOUR_MS = 3_600_000
const panel = { lock: frontDoor, families: ['panel'] } as const
const miniProgram = { lock: frontDoor, families: ['mini-program'] } as const

const flowOf = ({ panel, deviceId, options }: FlowHarness): OfflinePasswords =>
  offlinePasswords(panel, deviceId, options)

const scenario = (
  name: string,
  over: string,
  harnessOptions: Scenario['harness'],
  run: (flow: OfflinePasswords) => Promise<unknown>,
  more: Partial<Scenario> = {},
): Scenario => ({
  flow: `offline passwords: ${name}`,
  over,
  harness: harnessOptions,
  run: (harness) => run(flowOf(harness)),
  ...more,
})

const requests: readonly OfflineRequest[] = [
  { kind: 'once', name: 'Parcel' },
  { kind: 'multiple', fromMs: START_MS, toMs: START_MS + 48 * HOUR_MS },
  { kind: 'clear-all' },
]

/** The checks for all flows do not cover clearing codes. */
const assertClearingCodeHidden: Scenario['check'] = ({ simulator, events }, outcome) => {
  const { clearingCode = 'none' } = simulator.world.offlinePasswords[0] ?? {}
  assert(!JSON.stringify(events).includes(clearingCode), 'the clearing code appears in an event')
  if ('error' in outcome)
    assert(!String(outcome.error).includes(clearingCode), 'the clearing code appears in an error')
}

/** After a success, the lock has T0. */
const assertLockHasT0: Scenario['check'] = ({ lock }, outcome) => {
  const stored = lock.status.find(({ code }) => code === 'password_offline_time')?.value
  if ('value' in outcome) assert.equal(stored, String(lock.pairedAt))
}

/** Over the routes; the supply, the revocable ones and T0 of a lock have none. */
const routeScenarios = [overRoutes.wifi, overRoutes.gateway].flatMap(([over, harness]) => [
  scenario('dynamic', over, harness, (flow) => flow.dynamic()),
  ...requests.map((request) =>
    scenario(`offline, ${request.kind}`, over, harness, (flow) => flow.offline(request)),
  ),
  scenario('list', over, harness, (flow) => flow.list('multiple')),
  ...(harness.lock === frontDoor
    ? [
        scenario('rename', over, harness, (flow) => flow.rename(GUESTS_ID, { name: 'Aunt' })),
        scenario('revoke', over, harness, (flow) => flow.revoke(GUESTS_ID), {
          check: assertClearingCodeHidden,
        }),
      ]
    : [scenario('sendT0', over, harness, (flow) => flow.sendT0(), { check: assertLockHasT0 })]),
])

export const offlinePasswordsScenarios: readonly Scenario[] = [
  scenario('dynamic', 'mini-program', miniProgram, (flow) => flow.dynamic()),
  ...requests.map((request) =>
    scenario(`offline, ${request.kind}`, 'panel', panel, (flow) => flow.offline(request)),
  ),
  scenario('available', 'panel', panel, (flow) => flow.available('clear-one')),
  scenario('list', 'panel', panel, (flow) => flow.list('multiple')),
  scenario('revocable', 'panel', panel, (flow) => flow.revocable()),
  scenario('rename', 'panel', panel, (flow) => flow.rename(GUESTS_ID, { name: 'Aunt' })),
  scenario('revoke', 'panel', panel, (flow) => flow.revoke(GUESTS_ID), {
    check: assertClearingCodeHidden,
  }),
  scenario('revoke', 'mini-program', miniProgram, (flow) => flow.revoke(GUESTS_ID), {
    check: assertClearingCodeHidden,
  }),
  scenario(
    'sendT0',
    'mini-program and data points',
    { lock: gardenGate, families: ['mini-program'], dataPoints: true },
    (flow) => flow.sendT0(),
    { check: assertLockHasT0 },
  ),
  scenario(
    'sendT0',
    'mini-program',
    { lock: gardenGate, families: ['mini-program'] },
    (flow) => flow.sendT0(),
    { check: assertLockHasT0 },
  ),
  scenario(
    'sendT0',
    'data points',
    { lock: gardenGate, families: ['panel'], dataPoints: true },
    (flow) => flow.sendT0({ pairedAtMs: gardenGate.pairedAt * 1000 }),
    { check: assertLockHasT0 },
  ),
  ...briefly(routeScenarios),
]
