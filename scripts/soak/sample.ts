import { queryObjects, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Subscription } from 'rxjs'

/** What a process holds at one moment, by name. */
export type Sample = Readonly<Record<string, number>>

/** One run: what was sampled, oldest first. */
export interface Series {
  readonly title: string
  /** Minutes since the start, of each sample. */
  readonly minutes: readonly number[]
  readonly values: Readonly<Record<string, readonly number[]>>
}

const MEGABYTE = 1024 * 1024

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** Of this process, without garbage. */
export const sampleProcess = (): Sample => {
  collectGarbage()
  return {
    'heap, MB': Math.round((process.memoryUsage().heapUsed / MEGABYTE) * 100) / 100,
    handles: process.getActiveResourcesInfo().length,
    subscriptions: subscriptionCount(),
  }
}

/** The subscriptions and subscribers of rxjs that are reachable. */
export const subscriptionCount = (): number => queryObjects(Subscription, { format: 'count' })

export const seriesOf = (
  title: string,
  samples: readonly (Sample & { readonly minute: number })[],
): Series => {
  const names = Object.keys(samples[0] ?? {}).filter((name) => name !== 'minute')
  return {
    title,
    minutes: samples.map(({ minute }) => Math.round(minute * 10) / 10),
    values: Object.fromEntries(
      names.map((name) => [name, samples.map((sample) => sample[name] ?? 0)]),
    ),
  }
}

/** How much the median of the last third is above that of the middle third, as a share; caches fill in the first one. */
export const growthOf = (values: readonly number[]): number => {
  const third = Math.floor(values.length / 3)
  const middle = medianOf(values.slice(third, 2 * third))
  const last = medianOf(values.slice(2 * third))
  return middle === 0 ? last : last / middle - 1
}

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
