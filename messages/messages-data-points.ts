import { filter, map, type Observable, throwError } from 'rxjs'
import { UnsupportedError } from '../src/core/errors/unsupported-error'
import type { DataPoints } from '../src/data-points/data-points'
import type { MessageEvent, StatusEvent } from './event'

/**
 * The reports of one lock. Late rows are left out: a flow would take an old report for the result of its command.
 * Without `send`, sending fails with an UnsupportedError.
 */
export const messagesDataPoints = (
  events$: Observable<MessageEvent>,
  deviceId: string,
  send: DataPoints['send'] = refuseToSend,
): DataPoints => ({
  send,
  reports$: events$.pipe(
    filter((event): event is StatusEvent => event.kind === 'status' && event.deviceId === deviceId),
    map(currentValues),
    filter((dps) => Object.keys(dps).length > 0),
  ),
})

const currentValues = ({ rows }: StatusEvent): Readonly<Record<string, unknown>> => {
  const dps: Record<string, unknown> = {}
  for (const { code, value, isLate } of rows) if (!isLate) dps[code] = value
  return dps
}

const refuseToSend: DataPoints['send'] = () =>
  throwError(
    () =>
      new UnsupportedError(
        { action: 'messages.dataPointsOf' },
        'the message service only reports. Pass `send`, or use operations of the cloud.',
      ),
  )
