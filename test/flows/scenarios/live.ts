import { firstValueFrom } from 'rxjs'
import { seed } from '../../../simulator'
import { live } from '../../../src/flows/live/live'
import type { FlowHarness } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import { briefly, inApp, overRoutes } from './channels'

const { frontDoor } = seed.locks
const families = ['mini-program'] as const

const door = ({ panel, deviceId, options }: FlowHarness) => live(panel, deviceId, options)

const current: Pick<Scenario, 'flow' | 'run'> = {
  flow: 'live: current',
  run: (harness) => door(harness).current(),
}

export const liveScenarios: readonly Scenario[] = [
  { ...current, over: 'mini-program', harness: { lock: frontDoor, families } },
  {
    ...current,
    over: 'mini-program and data points',
    harness: { lock: frontDoor, families, dataPoints: true },
  },
  {
    flow: 'live: state$',
    over: 'mini-program and data points',
    harness: { lock: frontDoor, families, dataPoints: true },
    run: (harness) => firstValueFrom(door(harness).state$),
  },
  ...briefly(
    [overRoutes.wifi, overRoutes.gateway, ...inApp.zigbee].map(([over, harness]) => ({
      ...current,
      over,
      harness,
    })),
  ),
]
