import { seed } from '../../../simulator'
import { settings } from '../../../src/flows/settings/settings'
import type { FlowHarness } from '../support/flow-harness'
import { schemaOf } from '../support/native-hosts'
import type { Scenario } from '../support/scenario'
import { briefly, type Channel, inApp, overRoutes } from './channels'

const { frontDoor } = seed.locks
const MINI_PROGRAM = 'mini-program with a schema'

/** No mini-program operation has the types of the data points. */
const door = ({ panel, deviceId, options, lock }: FlowHarness, isMiniProgram: boolean) =>
  settings(panel, deviceId, isMiniProgram ? { ...options, schema: schemaOf(lock) } : options)

const list = ([over, harness]: Channel): Scenario => ({
  flow: 'settings: list',
  over,
  harness,
  run: (run) => door(run, over === MINI_PROGRAM).list(),
})

const set = ([over, harness]: Channel): Scenario => ({
  flow: 'settings: set',
  over,
  harness,
  run: (run) => door(run, over === MINI_PROGRAM).set('volume', 'mute'),
  check: ({ simulator, lock }, outcome) => {
    const commands = simulator.journal.filter(({ command }) => command === 'control')
    if (commands.length > 1) throw new Error('the value was sent twice')
    if (!('value' in outcome)) return
    const isSet = lock.status.some(({ code, value }) => code === 'beep_volume' && value === 'mute')
    if (outcome.value !== 'mute' || !isSet) throw new Error('the lock does not have the value')
  },
})

const inMiniProgram: Channel = [MINI_PROGRAM, { lock: frontDoor, families: ['mini-program'] }]

export const settingsScenarios: readonly Scenario[] = [
  ...[inMiniProgram, overRoutes.wifi, ...inApp.zigbee, ...inApp.bluetooth].map(set),
  ...briefly([set(overRoutes.gateway), list(inMiniProgram), list(overRoutes.wifi)]),
]
