import { merge, NEVER, Observable, Subject, throwError } from 'rxjs'
import { allActions } from '../../../actions'
import type { seed } from '../../../simulator'
import { TransportError } from '../../../src/core/errors/transport-error'
import { createPanel } from '../../../src/core/panel/create-panel'
import type { BoundHandler } from '../../../src/core/panel/handle'
import type { DpValues } from '../../../src/data-points/data-points'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { countedStream } from '../support/counted'
import { createHarness, repeatableRandom } from '../support/flow-harness'

type SeedLock = (typeof seed.locks)[keyof typeof seed.locks]

export interface Network {
  /** The action whose first requests fail as `not-sent`. */
  readonly action: string
  /** How many of its requests fail. */
  readonly times: number
  /** The delay that the failure requests before a retry. */
  readonly retryAfterMs?: number
  readonly maxOpen?: number
  /** Also emits the reports of the simulated lock. */
  readonly simulatesReports?: boolean
  /** Handlers of the app, which replace answers of the cloud. */
  readonly handlers?: readonly BoundHandler[]
}

/**
 * A door behind an unreliable network. The first requests of one action fail as `not-sent`, and the test emits the reports
 * of the lock.
 */
export const createUnreliableHarness = (
  lock: SeedLock,
  {
    action,
    times,
    retryAfterMs,
    maxOpen = 8,
    handlers = [],
    simulatesReports = false,
  }: Partial<Network> = {},
) => {
  const harness = createHarness({ lock, families: ['mini-program'] })
  const { clock, simulator, deviceId } = harness
  const startMs = clock.now()
  const inner = simulator.asTransport()
  const sent: { readonly action: string; readonly atMs: number }[] = []
  const failing = { action, times: times ?? 0, retryAfterMs }
  const panel = createPanel({
    actions: allActions,
    clock: harness.options.clock ?? clock,
    random: repeatableRandom(),
    maxOpen,
    handlers,
    transport: {
      ...inner,
      send: (request) =>
        new Observable((subscriber) => {
          if (request.action === failing.action && failing.times-- > 0) {
            const failure = {
              delivery: 'not-sent',
              reason: 'no network',
              retryAfterMs: failing.retryAfterMs,
            } as const
            subscriber.add(
              throwError(() => new TransportError({ action: request.action }, failure)).subscribe(
                subscriber,
              ),
            )
            return
          }
          sent.push({ action: request.action, atMs: clock.now() - startMs })
          subscriber.add(inner.send(request).subscribe(subscriber))
        }),
    },
  })
  const reports$ = new Subject<DpValues>()
  const allReports$ = simulatesReports
    ? merge(reports$, simulator.asDataPoints({ deviceId }).reports$)
    : reports$
  const options = {
    ...harness.options,
    dataPoints: { send: () => NEVER, reports$: countedStream(allReports$, harness.listeners) },
  }
  /** When the requests of an action were sent, in milliseconds since the start. */
  const sentTimes = (name: string) =>
    sent.filter((request) => request.action === name).map(({ atMs }) => atMs)
  return {
    ...harness,
    panel,
    options,
    door: remoteUnlock(panel, deviceId, options),
    /** Emits a report of the lock. */
    report: (report: DpValues) => reports$.next(report),
    reports$,
    sentTimes,
    /** Makes the next requests of an action fail as `not-sent`. */
    failNext: (next: typeof failing) => Object.assign(failing, next),
    startMs,
  }
}
