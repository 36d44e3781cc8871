import {
  distinctUntilChanged,
  filter,
  interval,
  map,
  merge,
  type Observable,
  startWith,
} from 'rxjs'
import type { Simulator } from '../simulator'
import { LOOK_EVERY_MS } from './event-streams'

const PATH = '/lock-reports'

export type ReportingSimulator = Pick<Simulator, 'asDataPoints' | 'clock' | 'pushes$' | 'world'>

/**
 * What a lock reports, for a panel in a browser: `GET /lock-reports?device_id=…` as server-sent events, each either
 * `{ dps }` with values by code, `{ online }`, or `{ push }`, a message of the cloud about an enrolment. `undefined` for another path, and for an unknown lock.
 */
export const reportsOf = (
  { asDataPoints, clock, pushes$, world }: ReportingSimulator,
  url: string,
): Observable<string> | undefined => {
  const { pathname, searchParams } = new URL(url, 'http://simulator')
  const deviceId = searchParams.get('device_id')
  const lock = world.locks.find(({ id }) => id === deviceId)
  if (pathname !== PATH || lock === undefined) return undefined
  const online$ = interval(LOOK_EVERY_MS, clock).pipe(
    startWith(0),
    map(() => lock.online),
    distinctUntilChanged(),
    map((online) => ({ online })),
  )
  const dps$ = asDataPoints({ deviceId: lock.id }).reports$.pipe(map((dps) => ({ dps })))
  const messages$ = pushes$.pipe(
    filter(({ devId }) => devId === lock.id),
    map((push) => ({ push })),
  )
  return merge(online$, dps$, messages$).pipe(map((event) => JSON.stringify(event)))
}
