import type { ProxyOptions } from './proxy'

/** Where the proxy is: before the cloud, with panels or with the gateway of the panels on its other side. */
export const wirePlaces = ['panel', 'gateway'] as const
export type WirePlace = (typeof wirePlaces)[number]

export interface TimesOfPlace {
  /** Time limit of one request of a panel. */
  readonly timeoutMs: number
  readonly deadlineMs: number
  /** Time limit of one request that the proxy meets: that of the panel, or that of the gateway. */
  readonly requestMs: number
  /** Below and above `requestMs`. */
  readonly faults: ProxyOptions['times']
}

/** A panel gives its gateway time to answer that a request has failed. */
export const timesOf: Readonly<Record<WirePlace, TimesOfPlace>> = {
  panel: {
    timeoutMs: 400,
    deadlineMs: 3_000,
    requestMs: 400,
    faults: { delayMs: 30, longDelayMs: 600 },
  },
  gateway: {
    timeoutMs: 2_000,
    deadlineMs: 8_000,
    requestMs: 1_200,
    faults: { delayMs: 30, longDelayMs: 1_600 },
  },
}
