import { firstValueFrom, takeWhile, toArray } from 'rxjs'
import { seed } from '../../../simulator'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { setBolt, storePassword } from '../remote-unlock/door-harness'
import type { FlowHarness } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import { briefly, type Channel, inApp, overRoutes } from './channels'

const { frontDoor, gardenGate, garage, cellar, shed } = seed.locks
const PIN = '204060'

const door = ({ panel, deviceId, options }: FlowHarness) => remoteUnlock(panel, deviceId, options)

const unlock = (
  over: string,
  harnessOptions: Scenario['harness'],
  more: Partial<Scenario> = {},
): Scenario => ({
  flow: 'remote unlock: unlock',
  over,
  harness: harnessOptions,
  run: (harness) => door(harness).unlock().done,
  ...more,
})

const lock = (over: string, harnessOptions: Scenario['harness'], isOpen = true): Scenario => ({
  flow: 'remote unlock: lock',
  over,
  harness: harnessOptions,
  prepare: (harness) => setBolt(harness, isOpen),
  run: (harness) => door(harness).lock().done,
})

const families = ['mini-program'] as const
const setOnline = ({ lock: simulated }: FlowHarness) => {
  simulated.online = true
}

const openDoor: Omit<Scenario, 'over' | 'harness'> = {
  flow: 'remote unlock: openDoor',
  prepare: (harness) => storePassword(harness, PIN),
  run: (harness) => door(harness).openDoor({ password: PIN }).done,
}

const reject: Omit<Scenario, 'over' | 'harness'> = {
  flow: 'remote unlock: reject',
  prepare: ({ simulator, deviceId }) => simulator.askToUnlock(deviceId),
  run: (harness) => door(harness).reject(),
}

const switchOff: Pick<Scenario, 'flow' | 'run'> = {
  flow: 'remote unlock: switches',
  run: async (harness) => {
    await door(harness).setRemoteUnlock(false)
    return door(harness).remoteUnlockSwitches()
  },
}

const over = (
  channels: readonly Channel[],
  scenarioOf: (name: string, harnessOptions: Scenario['harness']) => Scenario,
): readonly Scenario[] => briefly(channels.map((channel) => scenarioOf(...channel)))

const routes = Object.values(overRoutes)

/** Over the channels of servers and of panels in the vendor's app. */
const otherScenarios: readonly Scenario[] = [
  ...over([...routes, ...inApp.zigbee], unlock),
  ...over([...routes, ...inApp.zigbee, ...inApp.gateway], lock),
  ...over([overRoutes.zigbee], (name, harness) => ({ ...openDoor, over: name, harness })),
  ...over([overRoutes.wifi], (name, harness) => ({ ...reject, over: name, harness })),
  ...over([overRoutes.wifi, overRoutes.zigbee, ...inApp.zigbee], (name, harness) => ({
    flow: 'remote unlock: mayUnlock',
    over: name,
    harness,
    run: (one) => door(one).mayUnlock(),
  })),
  ...over([overRoutes.wifi, ...inApp.zigbee, ...inApp.bluetooth], (name, harness) => ({
    ...switchOff,
    over: name,
    harness,
  })),
]

export const remoteUnlockScenarios: readonly Scenario[] = [
  unlock('mini-program, Wi-Fi', { lock: frontDoor, families }),
  unlock('mini-program, Wi-Fi, in the shape of the samples', {
    lock: frontDoor,
    families,
    shape: 'sampled',
  }),
  unlock('mini-program and data points, Wi-Fi', { lock: frontDoor, families, dataPoints: true }),
  unlock('mini-program and data points, Bluetooth', {
    lock: gardenGate,
    families,
    dataPoints: true,
  }),
  unlock('mini-program, Zigbee', { lock: garage, families }),
  unlock('panel APIs and data points, Zigbee', {
    lock: garage,
    families: ['panel'],
    dataPoints: true,
  }),
  unlock('mini-program, standard Wi-Fi', { lock: shed, families }, { prepare: setOnline }),
  unlock(
    'mini-program, a door that is already unlocked',
    { lock: frontDoor, families },
    { prepare: (harness) => setBolt(harness, true) },
  ),
  lock('mini-program, Wi-Fi', { lock: frontDoor, families }),
  lock('mini-program and data points, Bluetooth', { lock: gardenGate, families, dataPoints: true }),
  lock('mini-program, Zigbee', { lock: garage, families }),
  lock('panel APIs and data points, Zigbee', {
    lock: garage,
    families: ['panel'],
    dataPoints: true,
  }),
  lock(
    'mini-program and data points, a door that is already locked',
    { lock: frontDoor, families, dataPoints: true },
    false,
  ),
  lock('data points', { lock: frontDoor, families: [], dataPoints: true }),
  { ...openDoor, over: 'mini-program, Zigbee', harness: { lock: garage, families } },
  {
    ...openDoor,
    over: 'mini-program and data points, Zigbee',
    harness: { lock: garage, families, dataPoints: true },
  },
  {
    flow: 'remote unlock: accept',
    over: 'mini-program and data points',
    harness: { lock: frontDoor, families, dataPoints: true },
    prepare: ({ simulator, deviceId }) => simulator.askToUnlock(deviceId),
    run: (harness) => door(harness).accept().done,
  },
  { ...reject, over: 'mini-program', harness: { lock: frontDoor, families } },
  {
    flow: 'remote unlock: requests$',
    over: 'mini-program',
    harness: { lock: frontDoor, families },
    prepare: ({ simulator, deviceId }) => simulator.askToUnlock(deviceId, 60),
    run: (harness) =>
      firstValueFrom(
        door(harness).requests$.pipe(
          takeWhile(({ asks }) => asks, true),
          toArray(),
        ),
      ),
  },
  {
    flow: 'remote unlock: mayUnlock',
    over: 'mini-program',
    harness: { lock: cellar, families },
    run: (harness) => door(harness).mayUnlock(),
  },
  { ...switchOff, over: 'panel APIs, Zigbee', harness: { lock: garage, families: ['panel'] } },
  {
    flow: 'remote unlock: switches',
    over: 'mini-program',
    harness: { lock: cellar, families },
    run: async (harness) => {
      await door(harness).setRemoteUnlock(true)
      return door(harness).remoteUnlockSwitches()
    },
  },
  ...otherScenarios,
]
