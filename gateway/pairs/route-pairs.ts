import type { Action, ResultOf } from '../../src/core/action'
import { type DeviceRoute, routes } from '../routes'
import { type Pair, pair } from './pair'
import { withoutLocalKey } from './without-local-key'

/** A route that a panel sends by its own name. */
const routePair = <R extends Action>(
  route: R,
  resultOf: (result: ResultOf<R>) => ResultOf<R> = (result) => result,
): Pair<R> => pair(route, async (params, { call }) => resultOf(await call(route, params)))

/** Their answers contain the local key of a device. */
const devicePairs: readonly Pair[] = [
  routePair(routes.getDevice, withoutLocalKey),
  routePair(routes.getIndustryDevice, withoutLocalKey),
  routePair(routes.getThing, withoutLocalKey),
  routePair(routes.listDevices, (page) => ({
    ...page,
    devices: page.devices.map(withoutLocalKey),
  })),
]

const isDeviceRoute = (name: string): name is DeviceRoute => name.includes('{device_id}')

const others = Object.values(routes)
  .filter(({ name }) => isDeviceRoute(name))
  .filter(({ name }) => !devicePairs.some(({ action }) => action.name === name))

/** Every route that names its devices, for flows that no mini-program action serves. */
export const routePairs: readonly Pair[] = [
  ...devicePairs,
  ...others.map((route: Action) => routePair(route)),
]
