import { Observable } from 'rxjs'
import { listen } from '../core/transport/host-calls'
import type { NativeCallbacks } from '../core/transport/native-like'
import { byCode, byId } from './by-schema'
import type { DataPoints, DpConnection, DpValues } from './data-points'
import type { DpSchema } from './dp-schema'
import { connectionOf, readHost, reportedValues } from './host-info'
import { publish } from './publish'

/** The methods of `ty` for data points. */
export interface TyDpLike {
  readonly device: {
    publishDps(init: PublishInit): unknown
    onDpDataChange(listener: (event: DpEvent) => void): unknown
    offDpDataChange(listener: (event: DpEvent) => void): unknown
    /** Answers with `dps` by id, and `isOnline`; older hosts lack it. */
    getDeviceInfo?(init: DeviceQuery): unknown
    /** Answers with the bits `onlineType`. */
    getDeviceOnlineType?(init: DeviceQuery): unknown
    onDeviceOnlineStatusUpdate?(listener: (event: OnlineEvent) => void): unknown
    offDeviceOnlineStatusUpdate?(listener: (event: OnlineEvent) => void): unknown
  }
}

export interface DeviceQuery extends NativeCallbacks {
  readonly deviceId: string
}

export interface OnlineEvent {
  readonly deviceId: string
  readonly online: boolean
  /** Bits: 1 Wi-Fi, 2 local network, 4 Bluetooth, 8 Bluetooth mesh. */
  readonly onlineType?: number
}

export interface PublishInit extends NativeCallbacks {
  readonly deviceId: string
  /** By id. */
  readonly dps: DpValues
  readonly mode: PublishMode
  /** The channels to the lock, in order. */
  readonly pipelines: number[]
  readonly options: Record<string, unknown>
}

/** 0 local network, 1 internet, 2 selected by the app. */
export type PublishMode = 0 | 1 | 2

export interface DpEvent {
  readonly deviceId: string
  readonly dps: DpValues
}

/**
 * Options of `tyDataPoints`.
 *
 * @example
 * ```ts
 * const schema = dpSchema([{ code: 'lock_motor_state', id: 47 }])
 * const options: TyDpOptions = { deviceId: frontDoor.deviceId, schema, mode: 1 }
 * ```
 */
export interface TyDpOptions {
  readonly deviceId: string
  /** The schema of this lock. */
  readonly schema: DpSchema
  /** @default 2 */
  readonly mode?: PublishMode
}

/** Local network, MQTT, HTTP, Bluetooth, two kinds of Bluetooth mesh, beacon. */
const EVERY_PIPELINE = [0, 1, 2, 3, 4, 5, 6]

/**
 * The data points of a lock through `ty`, which uses ids. Ids that the schema does not contain are removed from reports.
 *
 * The host reports only the panel's own device; for another device call `registerDeviceListListener` of the host first.
 *
 * @example
 * ```ts
 * const { schema } = await frontDoor.capabilities()
 * const dataPoints = schema && tyDataPoints(simulator.asTy(), { deviceId: frontDoor.deviceId, schema })
 * ```
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
    return listen(
      subscriber,
      () => device.onDpDataChange(listener),
      () => device.offDpDataChange(listener),
    )
  }),
  current:
    device.getDeviceInfo &&
    (async () => {
      const [info, { onlineType }] = await Promise.all([
        readHost((callbacks) => device.getDeviceInfo?.({ deviceId, ...callbacks })),
        device.getDeviceOnlineType === undefined
          ? nothing
          : readHost((callbacks) => device.getDeviceOnlineType?.({ deviceId, ...callbacks })).catch(
              () => nothing,
            ),
      ])
      return {
        ...connectionOf(info.isOnline, onlineType),
        dps: byCode(reportedValues(info.dps), schema),
      }
    }),
  connection$:
    device.onDeviceOnlineStatusUpdate &&
    new Observable<DpConnection>((subscriber) => {
      const listener = (event: OnlineEvent) => {
        if (event?.deviceId === deviceId)
          subscriber.next(connectionOf(event.online, event.onlineType))
      }
      return listen(
        subscriber,
        () => device.onDeviceOnlineStatusUpdate?.(listener),
        () => device.offDeviceOnlineStatusUpdate?.(listener),
      )
    }),
})

const nothing: Readonly<Record<string, unknown>> = {}
