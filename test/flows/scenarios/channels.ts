import { seed } from '../../../simulator'
import type { HarnessOptions } from '../support/flow-harness'
import type { NativeHostName } from '../support/native-hosts'
import type { Scenario } from '../support/scenario'

/** How a scenario reaches its lock. */
export type Channel = readonly [over: string, HarnessOptions]

const { frontDoor, garage, gardenGate, loft, office } = seed.locks

const routes = (name: string, lock: HarnessOptions['lock']): Channel => [
  `open-api, ${name}`,
  { lock, families: ['open-api'] },
]

const hostNames: readonly NativeHostName[] = ['ty', 'TYSdk']

/** The vendor's app, with the panel APIs and the data points. */
const app = (name: string, lock: HarnessOptions['lock']): readonly Channel[] =>
  hostNames.map((host) => [`${host}, ${name}`, { lock, families: ['panel'], host }])

/** A server that has the routes only. */
export const overRoutes = {
  wifi: routes('Wi-Fi', frontDoor),
  zigbee: routes('Zigbee', garage),
  gateway: routes('gateway Bluetooth', loft),
  accessControl: routes('access control', office),
} as const

/** A panel in the vendor's app, over each of its two interfaces. */
export const inApp = {
  zigbee: app('Zigbee', garage),
  bluetooth: app('Bluetooth', gardenGate),
  gateway: app('gateway Bluetooth', loft),
} as const

/** Scenarios of which the tests run a part, because the same flow stands in the matrix over another channel, too. */
export const briefly = (scenarios: readonly Scenario[]): readonly Scenario[] =>
  scenarios.map((scenario) => ({ ...scenario, isBrief: true }))
