import { firstValueFrom, takeWhile, toArray } from 'rxjs'
import { seed } from '../../../simulator'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { havePassword, isDrawnBack } from '../remote-unlock/door'
import type { Scenario } from '../support/scenario'
import type { Stage } from '../support/stage'

const { frontDoor, gardenGate, garage, cellar, shed } = seed.locks
const PIN = '204060'

const door = ({ panel, deviceId, options }: Stage) => remoteUnlock(panel, deviceId, options)

const unlock = (
  over: string,
  stage: Scenario['stage'],
  more: Partial<Scenario> = {},
): Scenario => ({
  flow: 'remote unlock: unlock',
  over,
  stage,
  run: (given) => door(given).unlock().done,
  ...more,
})

const lock = (over: string, stage: Scenario['stage'], isOpen = true): Scenario => ({
  flow: 'remote unlock: lock',
  over,
  stage,
  prepare: (given) => isDrawnBack(given, isOpen),
  run: (given) => door(given).lock().done,
})

const families = ['mini-program'] as const
const isOnline = ({ lock: shown }: Stage) => {
  shown.online = true
}

export const remoteUnlockScenarios: readonly Scenario[] = [
  unlock('mini-program, Wi-Fi', { lock: frontDoor, families }),
  unlock('mini-program, Wi-Fi, as sampled', { lock: frontDoor, families, shape: 'sampled' }),
  unlock('mini-program and data points, Wi-Fi', { lock: frontDoor, families, dataPoints: true }),
  unlock('mini-program and data points, Bluetooth', {
    lock: gardenGate,
    families,
    dataPoints: true,
  }),
  unlock('mini-program, Zigbee', { lock: garage, families }),
  unlock('mini-program, standard Wi-Fi', { lock: shed, families }, { prepare: isOnline }),
  unlock(
    'mini-program, a door that is open already',
    { lock: frontDoor, families },
    { prepare: (stage) => isDrawnBack(stage, true) },
  ),
  lock('mini-program, Wi-Fi', { lock: frontDoor, families }),
  lock('mini-program and data points, Bluetooth', { lock: gardenGate, families, dataPoints: true }),
  lock('mini-program, Zigbee', { lock: garage, families }),
  lock(
    'mini-program and data points, a door that is locked already',
    { lock: frontDoor, families, dataPoints: true },
    false,
  ),
  lock('data points', { lock: frontDoor, families: [], dataPoints: true }),
  {
    flow: 'remote unlock: open with a password',
    over: 'mini-program, Zigbee',
    stage: { lock: garage, families },
    prepare: (stage) => havePassword(stage, PIN),
    run: (stage) => door(stage).openDoor({ password: PIN }).done,
  },
  {
    flow: 'remote unlock: open with a password',
    over: 'mini-program and data points, Zigbee',
    stage: { lock: garage, families, dataPoints: true },
    prepare: (stage) => havePassword(stage, PIN),
    run: (stage) => door(stage).openDoor({ password: PIN }).done,
  },
  {
    flow: 'remote unlock: let in who asks',
    over: 'mini-program and data points',
    stage: { lock: frontDoor, families, dataPoints: true },
    prepare: ({ simulator, deviceId }) => simulator.askToUnlock(deviceId),
    run: (stage) => door(stage).accept().done,
  },
  {
    flow: 'remote unlock: refuse who asks',
    over: 'mini-program',
    stage: { lock: frontDoor, families },
    prepare: ({ simulator, deviceId }) => simulator.askToUnlock(deviceId),
    run: (stage) => door(stage).reject(),
  },
  {
    flow: 'remote unlock: who asks',
    over: 'mini-program',
    stage: { lock: frontDoor, families },
    prepare: ({ simulator, deviceId }) => simulator.askToUnlock(deviceId, 60),
    run: (stage) =>
      firstValueFrom(
        door(stage).requests$.pipe(
          takeWhile(({ asks }) => asks, true),
          toArray(),
        ),
      ),
  },
  {
    flow: 'remote unlock: may I',
    over: 'mini-program',
    stage: { lock: cellar, families },
    run: (stage) => door(stage).mayUnlock(),
  },
  {
    flow: 'remote unlock: the switches',
    over: 'mini-program',
    stage: { lock: cellar, families },
    run: async (stage) => {
      await door(stage).setRemoteUnlock(true)
      return door(stage).remoteUnlockSwitches()
    },
  },
]
