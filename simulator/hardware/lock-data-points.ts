import { filter, map, Observable } from 'rxjs'
import { TransportError } from '../../src/core/errors/transport-error'
import { byCode, byId } from '../../src/data-points/by-schema'
import type { DataPoints } from '../../src/data-points/data-points'
import { dpSchema } from '../../src/data-points/dp-schema'
import { originOf } from '../../src/data-points/publish'
import type { DeviceLink } from './device-link'

/** The data points of a lock by their codes, without a host in between. */
export const lockDataPoints = ({ schema: rows, publish, reports$ }: DeviceLink): DataPoints => {
  const schema = dpSchema(rows)
  return {
    send: (dps) =>
      new Observable((subscriber) => {
        if (publish(byId(dps, schema))) subscriber.complete()
        else
          subscriber.error(
            new TransportError(originOf(dps), {
              delivery: 'unknown',
              reason: 'the lock is offline',
            }),
          )
      }),
    reports$: reports$.pipe(
      map((dps) => byCode(dps, schema)),
      filter((dps) => Object.keys(dps).length > 0),
    ),
  }
}
