import { BehaviorSubject, map, type Observable, switchMap } from 'rxjs'
import { type Simulator, seed } from '../../simulator'
import type { Transport } from '../../src/core/transport/transport'
import type { DataPoints } from '../../src/data-points/data-points'

/** The lock of both panels. */
export const { frontDoor } = seed.locks

interface Running {
  readonly simulator: Simulator
  readonly transport: Transport
  readonly dataPoints: DataPoints
}

/**
 * A cloud that is replaced by a new one from time to time, while the panels live on: a simulator keeps everything that it
 * received, so its own memory grows.
 */
export const createRestartingCloud = (create: () => Simulator) => {
  const start = (): Running => {
    const simulator = create()
    return {
      simulator,
      transport: simulator.asTransport(),
      dataPoints: simulator.asDataPoints({ deviceId: frontDoor.id }),
    }
  }
  const running$ = new BehaviorSubject(start())
  const { transport } = running$.value
  return {
    get simulator(): Simulator {
      return running$.value.simulator
    },
    restart: () => running$.next(start()),
    transport: {
      ...transport,
      send: (request) => running$.value.transport.send(request),
    } satisfies Transport,
    dataPoints: {
      send: (dps) => running$.value.dataPoints.send(dps),
      current: () => running$.value.dataPoints.current?.() ?? Promise.resolve({ dps: {} }),
      reports$: running$.pipe(switchMap(({ dataPoints }) => dataPoints.reports$)),
    } satisfies DataPoints,
    /** As an app passes them on. */
    pushes$: running$.pipe(
      switchMap(({ simulator }) => simulator.pushes$),
      map((push) => JSON.stringify(push)),
    ) as Observable<string>,
  }
}

export type RestartingCloud = ReturnType<typeof createRestartingCloud>
