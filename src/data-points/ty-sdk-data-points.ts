import { Observable } from 'rxjs'
import { listen } from '../core/transport/host-calls'
import type { DataPoints, DpConnection, DpValues } from './data-points'
import type { DpSchema } from './dp-schema'
import { connectionOf, readHost, reportedValues } from './host-info'
import { publish, unknownCode } from './publish'

/** The methods of `TYSdk` for data points. */
export interface TYSdkDpLike {
  /** The device part of `TYSdk`: the lock of the panel. */
  readonly device: {
    /** Sends values by code; `{ success: true }` means that the app accepted them. */
    putDeviceData(dps: DpValues): PromiseLike<unknown>
    /** Returns a truthy value if the lock has the code; older hosts lack it. */
    checkDpExist?(code: string): unknown
    /** Resolves with `state` by code, and `deviceOnline`; older hosts lack it. */
    getDeviceInfo?(): PromiseLike<unknown>
  }
  /** The events of `TYSdk`. */
  readonly event: {
    /** Registers a listener for an event such as `deviceDataChange`. */
    on(name: string, listener: (event: unknown) => void): unknown
    /** Never called without a listener, which would remove all listeners. */
    off(name: string, listener: (event: unknown) => void): unknown
  }
}

const EVENT = 'deviceDataChange'
/** `TYSdk` reserves the key `option`, and reads a number as an id. */
const reservedKey = /^(?:option|\d+)$/

/**
 * The data points of the panel's own lock through `TYSdk`, which uses codes.
 *
 * Without `checkDpExist` and without a `schema`, `TYSdk` ignores unknown codes silently.
 *
 * @example
 * ```ts
 * const dataPoints = tySdkDataPoints(simulator.asTYSdk())
 * dataPoints.reports$.subscribe((report) => report.lock_motor_state).unsubscribe()
 * ```
 */
export const tySdkDataPoints = (
  { device, event }: TYSdkDpLike,
  {
    schema,
  }: {
    /** The schema of this lock: codes that it lacks are refused before anything is sent. */
    readonly schema?: DpSchema
  } = {},
): DataPoints => {
  const isKnown = (code: string): boolean =>
    !reservedKey.test(code) &&
    (schema === undefined || schema.idOf(code) !== undefined) &&
    (device.checkDpExist === undefined || Boolean(device.checkDpExist(code)))

  return {
    send: (dps) =>
      publish(dps, isAccepted, ({ success, fail }) => {
        const unknown = Object.keys(dps).find((code) => !isKnown(code))
        if (unknown !== undefined) throw unknownCode(dps, unknown)
        device.putDeviceData(dps).then(success, fail)
      }),
    reports$: new Observable((subscriber) => {
      const listener = (change: unknown) => {
        const report = reportOf(change)
        if (report !== undefined) subscriber.next(report)
      }
      return listen(
        subscriber,
        () => event.on(EVENT, listener),
        () => event.off(EVENT, listener),
      )
    }),
    current:
      device.getDeviceInfo &&
      (async () => {
        const info = await readHost(({ success, fail }) => {
          device.getDeviceInfo?.().then(success, fail)
        })
        return { ...connectionOf(info.deviceOnline), dps: reportedValues(info.state) }
      }),
    connection$: new Observable<DpConnection>((subscriber) => {
      const listener = (change: unknown) => {
        const { deviceOnline } = payloadOf(change, 'deviceOnline') ?? {}
        if (typeof deviceOnline === 'boolean') subscriber.next(connectionOf(deviceOnline))
      }
      return listen(
        subscriber,
        () => event.on(EVENT, listener),
        () => event.off(EVENT, listener),
      )
    }),
  }
}

const isAccepted = (answer: unknown): boolean =>
  (answer as { readonly success?: unknown } | undefined)?.success !== false

/** `TYSdk` uses the key `undefined` for a data point without a code. */
const reportOf = (change: unknown): DpValues | undefined => {
  const { undefined: _, ...report } = payloadOf(change, 'dpData') ?? {}
  return Object.keys(report).length > 0 ? report : undefined
}

/** One event reports data points and changes of the device. */
const payloadOf = (change: unknown, expected: string): DpValues | undefined => {
  if (typeof change !== 'object' || change === null) return undefined
  const { type, payload } = change as { readonly type?: unknown; readonly payload?: unknown }
  return type === expected && typeof payload === 'object' && payload !== null
    ? (payload as DpValues)
    : undefined
}
