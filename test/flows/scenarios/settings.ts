import { expect } from 'vitest'
import { seed } from '../../../simulator'
import { settings } from '../../../src/flows/settings/settings'
import type { FlowHarness } from '../support/flow-harness'
import { schemaOf } from '../support/native-hosts'
import type { Scenario } from '../support/scenario'
import { briefly, inApp, overRoutes } from './channels'

const { frontDoor } = seed.locks

const door = ({ panel, deviceId, options, lock }: FlowHarness) =>
  settings(panel, deviceId, { schema: schemaOf(lock), ...options })

const list: Pick<Scenario, 'flow' | 'run'> = {
  flow: 'settings: list',
  run: (harness) => door(harness).list(),
}

const set: Pick<Scenario, 'flow' | 'run' | 'check'> = {
  flow: 'settings: set',
  run: (harness) => door(harness).set('volume', 'mute'),
  check: ({ simulator, lock }, outcome) => {
    const commands = simulator.journal.filter(({ command }) => command === 'control')
    expect(commands.length).toBeLessThanOrEqual(1)
    if (!('value' in outcome)) return
    expect(outcome.value).toBe('mute')
    expect(lock.status).toContainEqual({ code: 'beep_volume', value: 'mute' })
  },
}

const inMiniProgram = ['mini-program', { lock: frontDoor, families: ['mini-program'] }] as const

export const settingsScenarios: readonly Scenario[] = [
  ...[inMiniProgram, overRoutes.wifi, ...inApp.zigbee, ...inApp.bluetooth].map(
    ([over, harness]) => ({ ...set, over, harness }),
  ),
  ...briefly([overRoutes.gateway].map(([over, harness]) => ({ ...set, over, harness }))),
  ...briefly(
    [inMiniProgram, overRoutes.wifi, ...inApp.zigbee].map(([over, harness]) => ({
      ...list,
      over,
      harness,
    })),
  ),
]
