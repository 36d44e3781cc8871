import { Observable } from 'rxjs'
import type { NativeCallbacks } from '../core/transport/native-like'
import { byCode, byId } from './by-schema'
import type { DataPoints, DpValues } from './data-points'
import type { DpSchema } from './dp-schema'
import { publish } from './publish'

/** What data points ask of `ty`. */
export interface TyDpLike {
  readonly device: {
    publishDps(init: PublishInit): unknown
    onDpDataChange(listener: (event: DpEvent) => void): unknown
    offDpDataChange(listener: (event: DpEvent) => void): unknown
  }
}

export interface PublishInit extends NativeCallbacks {
  readonly deviceId: string
  /** By id. */
  readonly dps: DpValues
  readonly mode: PublishMode
  /** The ways to the lock, in order. */
  readonly pipelines: number[]
  readonly options: Record<string, unknown>
}

/** 0 over the local network, 1 over the internet, 2 as the app likes. */
export type PublishMode = 0 | 1 | 2

export interface DpEvent {
  readonly deviceId: string
  readonly dps: DpValues
}

export interface TyDpOptions {
  readonly deviceId: string
  /** Of this very lock. */
  readonly schema: DpSchema
  /** @default 2 */
  readonly mode?: PublishMode
}

/** Local network, MQTT, HTTP, Bluetooth, two kinds of Bluetooth mesh, beacon. */
const EVERY_PIPELINE = [0, 1, 2, 3, 4, 5, 6]

/**
 * The data points of a lock through `ty`, which writes ids. What the schema does not name is left out of a report.
 *
 * The host tells of the panel's own device; for another one call its `registerDeviceListListener` first.
 */
export const tyDataPoints = (
  { device }: TyDpLike,
  { deviceId, schema, mode = 2 }: TyDpOptions,
): DataPoints => ({
  send: (dps) =>
    publish(
      dps,
      (answer) => answer !== false,
      ({ success, fail }) =>
        device.publishDps({
          deviceId,
          dps: byId(dps, schema),
          mode,
          pipelines: [...EVERY_PIPELINE],
          options: {},
          success,
          fail,
        }),
    ),
  reports$: new Observable((subscriber) => {
    const listener = (event: DpEvent) => {
      if (event?.deviceId !== deviceId) return
      const report = byCode(event.dps, schema)
      if (Object.keys(report).length > 0) subscriber.next(report)
    }
    device.onDpDataChange(listener)
    return () => {
      device.offDpDataChange(listener)
    }
  }),
})
