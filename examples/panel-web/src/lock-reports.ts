import type { DataPoints, DpConnection, DpValues } from 'lockpanel'
import { UnsupportedError } from 'lockpanel'
import { filter, map, Observable, share, throwError } from 'rxjs'

interface ServerEvent {
  readonly dps?: DpValues
  readonly online?: boolean
  /** A message of the cloud about an enrolment. */
  readonly push?: unknown
}

/** What the server passes on of a lock. */
export interface LockReports {
  readonly dataPoints: DataPoints
  readonly pushes$: Observable<unknown>
}

/** What the lock and the cloud report, as server-sent events. The browser connects again by itself. */
export const lockReports = (deviceId: string): LockReports => {
  const events$ = new Observable<ServerEvent>((subscriber) => {
    const source = new EventSource(`/lock-reports?device_id=${encodeURIComponent(deviceId)}`)
    source.onmessage = ({ data }: MessageEvent<string>) => subscriber.next(JSON.parse(data))
    return () => source.close()
  }).pipe(share())
  const dataPoints: DataPoints = {
    reports$: events$.pipe(
      map(({ dps }) => dps),
      filter((dps) => dps !== undefined),
    ),
    connection$: events$.pipe(
      map(({ online }) => online),
      filter((online) => online !== undefined),
      map((online): DpConnection => ({ online })),
    ),
    send: () =>
      throwError(
        () => new UnsupportedError({ action: 'send' }, 'the server passes reports on only.'),
      ),
  }
  const pushes$ = events$.pipe(
    map(({ push }) => push),
    filter((push) => push !== undefined),
  )
  return { dataPoints, pushes$ }
}
