import type { DataPoints, DpConnection, DpValues } from 'lockpanel'
import { defer, filter, ignoreElements, map, Observable, share } from 'rxjs'

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

/** Sends values to data points of the lock; resolves when the cloud has accepted them. */
type Control = (values: DpValues) => Promise<unknown>

/** What the lock and the cloud report, as server-sent events. The browser connects again by itself. */
export const lockReports = (deviceId: string, control: Control): LockReports => {
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
    send: (values) => defer(() => control(values)).pipe(ignoreElements()),
  }
  const pushes$ = events$.pipe(
    map(({ push }) => push),
    filter((push) => push !== undefined),
  )
  return { dataPoints, pushes$ }
}
