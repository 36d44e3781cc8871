import { seed } from '../../../simulator'
import { opmodeSync } from '../../../src/flows/opmode-sync/opmode-sync'
import type { LockList } from '../../../src/flows/opmode-sync/synced-opmodes'
import type { HarnessOptions } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'

const scenario = (
  over: string,
  harnessOptions: HarnessOptions,
  codes?: readonly string[],
): Scenario => ({
  flow: 'opmode sync',
  over,
  harness: harnessOptions,
  run: ({ panel, deviceId, options }) =>
    opmodeSync(panel, deviceId, options).syncOpmodes(codes).done,
  check: ({ lock }, outcome) => {
    if (!('value' in outcome)) return
    const { by, distributed, methods } = outcome.value as LockList
    if (!distributed) throw new Error('the cloud did not distribute the only synchronisation')
    const expected = lock.opmodes.filter(({ dpCode }) => codes?.includes(dpCode) ?? true)
    if (by === 'lock' && methods.length !== expected.length)
      throw new Error('the list is incomplete')
  },
})

const { gardenGate, loft, cellar } = seed.locks

export const opmodeSyncScenarios: readonly Scenario[] = [
  scenario('mini-program and data points', {
    lock: gardenGate,
    families: ['mini-program'],
    dataPoints: true,
  }),
  scenario(
    'mini-program and data points, fingerprints of a lock with gateway',
    { lock: loft, families: ['mini-program'], dataPoints: true },
    ['unlock_fingerprint'],
  ),
  scenario('open-api, a lock with gateway', { lock: loft, families: ['open-api'] }),
  scenario('open-api, cards of a Wi-Fi lock', { lock: cellar, families: ['open-api'] }, [
    'unlock_card',
  ]),
]
