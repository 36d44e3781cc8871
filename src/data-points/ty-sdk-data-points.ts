import { Observable } from 'rxjs'
import type { DataPoints, DpValues } from './data-points'
import type { DpSchema } from './dp-schema'
import { publish, unknownCode } from './publish'

/** What data points ask of `TYSdk`. */
export interface TYSdkDpLike {
  readonly device: {
    putDeviceData(dps: DpValues): PromiseLike<unknown>
    checkDpExist?(code: string): unknown
  }
  readonly event: {
    on(name: string, listener: (event: unknown) => void): unknown
    /** Never without a listener: that takes away everybody's. */
    off(name: string, listener: (event: unknown) => void): unknown
  }
}

const EVENT = 'deviceDataChange'
/** The kit takes this key for itself, and ids for codes. */
const noCode = /^(?:option|\d+)$/

/**
 * The data points of the panel's own lock through `TYSdk`, which knows its codes.
 *
 * A kit without `checkDpExist` leaves unknown codes out without a word, unless a `schema` tells them.
 */
export const tySdkDataPoints = (
  { device, event }: TYSdkDpLike,
  { schema }: { readonly schema?: DpSchema } = {},
): DataPoints => {
  const isKnown = (code: string): boolean =>
    !noCode.test(code) &&
    (schema === undefined || schema.idOf(code) !== undefined) &&
    (device.checkDpExist === undefined || Boolean(device.checkDpExist(code)))

  return {
    send: (dps) =>
      publish(dps, isNotRefused, ({ success, fail }) => {
        const unknown = Object.keys(dps).find((code) => !isKnown(code))
        if (unknown !== undefined) throw unknownCode(dps, unknown)
        device.putDeviceData(dps).then(success, fail)
      }),
    reports$: new Observable((subscriber) => {
      const listener = (change: unknown) => {
        const report = reportOf(change)
        if (report !== undefined) subscriber.next(report)
      }
      event.on(EVENT, listener)
      return () => {
        event.off(EVENT, listener)
      }
    }),
  }
}

const isNotRefused = (answer: unknown): boolean =>
  (answer as { readonly success?: unknown } | undefined)?.success !== false

/** The same event also tells of the device itself. What the kit has no code for, it calls `undefined`. */
const reportOf = (change: unknown): DpValues | undefined => {
  if (typeof change !== 'object' || change === null) return undefined
  const { type, payload } = change as { readonly type?: unknown; readonly payload?: unknown }
  if (type !== 'dpData' || typeof payload !== 'object' || payload === null) return undefined
  const { undefined: _, ...report } = payload as DpValues
  return Object.keys(report).length > 0 ? report : undefined
}
