import { firstValueFrom } from 'rxjs'
import { seed } from '../../../simulator'
import { live } from '../../../src/flows/live/live'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
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

/** Unlocks while `events$` is watched. */
const openings: Pick<Scenario, 'flow' | 'run'> = {
  flow: 'live: events$ of an unlock',
  run: async (harness) => {
    const { panel, deviceId, options, simulator } = harness
    const seen: string[] = []
    const subscription = door(harness).events$.subscribe(({ kind }) => seen.push(kind))
    const failure = await remoteUnlock(panel, deviceId, options)
      .unlock()
      .done.then(
        () => undefined,
        (error: unknown) => error,
      )
    subscription.unsubscribe()
    const moves = simulator.journal.filter(({ command, moved }) => command === 'unlock' && moved)
    if (seen.filter((kind) => kind === 'opening').length > moves.length)
      throw new Error('events$ emitted an opening without a movement of the bolt')
    if (failure !== undefined) throw failure
  },
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
  {
    ...openings,
    over: 'mini-program and data points',
    harness: { lock: frontDoor, families, dataPoints: true },
  },
  ...briefly(
    [overRoutes.wifi, overRoutes.gateway, ...inApp.zigbee].map(([over, harness]) => ({
      ...current,
      over,
      harness,
    })),
  ),
]
