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
  /** The device part of `ty`. */
  readonly device: {
    /** Sends values to the lock; a success means that the app accepted them. */
    publishDps(init: PublishInit): unknown
    /** Registers a listener for the reports of all devices. */
    onDpDataChange(listener: (event: DpEvent) => void): unknown
    /** Removes the same function. */
    offDpDataChange(listener: (event: DpEvent) => void): unknown
    /** Answers with `dps` by id, and `isOnline`; older hosts lack it. */
    getDeviceInfo?(init: DeviceQuery): unknown
    /** Answers with the bits `onlineType`. */
    getDeviceOnlineType?(init: DeviceQuery): unknown
    /** Registers a listener for the connections of all devices; older hosts lack it. */
    onDeviceOnlineStatusUpdate?(listener: (event: OnlineEvent) => void): unknown
    /** Removes the same function; older hosts lack it. */
    offDeviceOnlineStatusUpdate?(listener: (event: OnlineEvent) => void): unknown
  }
}

/** A question about one device. */
export interface DeviceQuery extends NativeCallbacks {
  /** The vendor's id of the device. */
  readonly deviceId: string
}

/** A change of the connection of a device. */
export interface OnlineEvent {
  /** The vendor's id of the device. */
  readonly deviceId: string
  /** Whether the app reaches the device. */
  readonly online: boolean
  /** Bits: 1 Wi-Fi, 2 local network, 4 Bluetooth, 8 Bluetooth mesh. */
  readonly onlineType?: number
}

/** A call of `ty.device.publishDps`. */
export interface PublishInit extends NativeCallbacks {
  /** The vendor's id of the device. */
  readonly deviceId: string
  /** By id. */
  readonly dps: DpValues
  /** Which network the app uses. */
  readonly mode: PublishMode
  /** The channels to the lock, in order. */
  readonly pipelines: number[]
  /** Further options of the host; this package passes none. */
  readonly options: Record<string, unknown>
}

/** 0 local network, 1 internet, 2 selected by the app. */
export type PublishMode = 0 | 1 | 2

/** A report of a device. */
export interface DpEvent {
  /** The vendor's id of the device. */
  readonly deviceId: string
  /** The reported values by id. */
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
  /** The vendor's id of the lock; reports of other devices are ignored. */
  readonly deviceId: string
  /** The schema of this lock. */
  readonly schema: DpSchema
  /** Which network the app uses. @default 2 */
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
