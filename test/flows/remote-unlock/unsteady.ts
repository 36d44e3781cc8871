import { merge, NEVER, Observable, Subject, throwError } from 'rxjs'
import { allActions } from '../../../actions'
import type { seed } from '../../../simulator'
import { TransportError } from '../../../src/core/errors/transport-error'
import { createPanel } from '../../../src/core/panel/create-panel'
import type { BoundHandler } from '../../../src/core/panel/handle'
import type { DpValues } from '../../../src/data-points/data-points'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { countedStream } from '../support/counted'
import { createStage, repeatableRandom } from '../support/stage'

type SeedLock = (typeof seed.locks)[keyof typeof seed.locks]

export interface Network {
  /** The action whose first requests certainly never leave. */
  readonly action: string
  readonly times: number
  /** How long the network asks to wait before the next try. */
  readonly retryAfterMs?: number
  readonly maxOpen?: number
  /** The lock reports by itself, too. */
  readonly isHeard?: boolean
  /** The app's own answers in place of the cloud's. */
  readonly handlers?: readonly BoundHandler[]
}

/**
 * A door behind a network that does not let everything out, and whose lock says nothing by itself, so that a test can
 * speak for it; `left` tells what left, and when.
 */
export const unsteady = (
  lock: SeedLock,
  {
    action,
    times,
    retryAfterMs,
    maxOpen = 8,
    handlers = [],
    isHeard = false,
  }: Partial<Network> = {},
) => {
  const stage = createStage({ lock, families: ['mini-program'] })
  const { clock, simulator, deviceId } = stage
  const startMs = clock.now()
  const inner = simulator.asTransport()
  const left: { readonly action: string; readonly atMs: number }[] = []
  const kept = { action, times: times ?? 0, retryAfterMs }
  const panel = createPanel({
    actions: allActions,
    scheduler: stage.options.scheduler ?? clock.scheduler,
    random: repeatableRandom(),
    maxOpen,
    handlers,
    transport: {
      ...inner,
      send: (request) =>
        new Observable((subscriber) => {
          if (request.action === kept.action && kept.times-- > 0) {
            const failure = {
              delivery: 'not-sent',
              reason: 'no network',
              retryAfterMs: kept.retryAfterMs,
            } as const
            subscriber.add(
              throwError(() => new TransportError({ action: request.action }, failure)).subscribe(
                subscriber,
              ),
            )
            return
          }
          left.push({ action: request.action, atMs: clock.now() - startMs })
          subscriber.add(inner.send(request).subscribe(subscriber))
        }),
    },
  })
  const reports$ = new Subject<DpValues>()
  const heard$ = isHeard ? merge(reports$, simulator.asDataPoints({ deviceId }).reports$) : reports$
  const options = {
    ...stage.options,
    dataPoints: { send: () => NEVER, reports$: countedStream(heard$, stage.listeners) },
  }
  const timesLeft = (name: string) =>
    left.filter((request) => request.action === name).map(({ atMs }) => atMs)
  return {
    ...stage,
    panel,
    options,
    door: remoteUnlock(panel, deviceId, options),
    says: (report: DpValues) => reports$.next(report),
    reports$,
    timesLeft,
    /** From now on the next so many requests of an action do not leave. */
    keep: (next: typeof kept) => Object.assign(kept, next),
    startMs,
  }
}
