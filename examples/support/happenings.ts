import { type Simulator, seed } from 'lockpanel/simulator'
import { concatMap, interval, map, merge, type Observable } from 'rxjs'
import { viewOf } from '../../simulator/virtual-lock/view'

const LOOK_EVERY_MS = 200

/** A line for each request that arrives, each command that is executed, and each report of a lock. */
export const happenings = (simulator: Simulator): Observable<string> => {
  const reports = Object.values(seed.locks).map(({ id, name }) =>
    simulator
      .asDataPoints({ deviceId: id })
      .reports$.pipe(
        concatMap((values) =>
          Object.entries(values).map(
            ([code, value]) => `report   ${name}: ${code} ${String(value)}`,
          ),
        ),
      ),
  )
  return merge(newLines(simulator), ...reports).pipe(
    map((line) => `${new Date(simulator.clock.now()).toISOString().slice(11, 19)}  ${line}`),
  )
}

/** The simulated cloud keeps what it received and executed, and does not announce it. */
const newLines = (simulator: Simulator): Observable<string> => {
  const shown = { requests: -1, journal: -1 }
  return interval(LOOK_EVERY_MS, simulator.clock).pipe(
    concatMap(() => {
      const { requests, journal } = viewOf(simulator)
      const lines = [
        ...requests
          .filter(({ number }) => number > shown.requests)
          .map(({ text, isRefused }) => `${isRefused ? 'refused ' : 'request '} ${text}`),
        ...journal
          .filter(({ number }) => number > shown.journal)
          .map(({ text, deviceId }) => `command  ${deviceId}: ${text}`),
      ]
      shown.requests = requests.at(-1)?.number ?? shown.requests
      shown.journal = journal.at(-1)?.number ?? shown.journal
      return lines
    }),
  )
}
