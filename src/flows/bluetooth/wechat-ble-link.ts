import { Observable } from 'rxjs'
import { createSubject } from '../../core/rx/subject'
import type { DpValues } from '../../data-points/data-points'
import type { DpSchema } from '../../data-points/dp-schema'
import { originOf } from '../../data-points/publish'
import { linkFailure } from '../shared/link-failure'
import type { BleLink } from './ble-link'

/** What the vendor's page and document 001 name of an instance of `@ray-js/wechat-bluetooth-sdk`. */
export interface WechatBleInstance {
  /** The serial number of the next frame. */
  _ble_sn: number
  /** Sends one data point to the lock. */
  sendDp(dp: {
    /** The code of the data point. */
    readonly dpCode: string
    /** The value; hexadecimal text for a raw data point. */
    readonly dpValue: unknown
  }): unknown
  /** Registers a listener for the connection and for reports; it cannot be removed. */
  onReceivePackage(listener: (received: WechatBlePackage) => void): unknown
}

/** `connect` with `fail`: the connection failed, or broke later. Anything with `dpState` is a report. */
export interface WechatBlePackage {
  /** `connect` for a change of the connection. */
  readonly type?: string
  /** `connected` or `fail`, of a `connect`. */
  readonly status?: string
  /** The reported values, by code or by id. */
  readonly dpState?: DpValues
}

/**
 * Options of `wechatBleLink`.
 *
 * @example
 * ```ts
 * const phone = simulator.asBleLink({ deviceId: seed.locks.gardenGate.id })
 * const options: WechatBleOptions = { write: (instruction) => phone.send(instruction) }
 * ```
 */
export interface WechatBleOptions {
  /** Writes a hexadecimal instruction to the lock unchanged. The vendor's page names no call for this. */
  readonly write: BleLink['send']
  /** The ids of the data points, if the instance reports them by id. */
  readonly schema?: DpSchema
  /** The version of the lock's Bluetooth protocol. @default 3 */
  readonly majorVersion?: 3 | 4
}

/**
 * The link of one instance of the vendor's Bluetooth SDK for WeChat: `BleService.setNewInstance(device_id, home_id)`. Create it
 * before `connectBlue()`, once for each connection: the SDK has no call to remove a listener.
 *
 * Not tried with the SDK, which is not public. Its page does not say what `sendDp` returns, whether reports have codes or ids,
 * and how an instruction is written.
 *
 * @example
 * ```ts
 * const phone = simulator.asBleLink({ deviceId: seed.locks.gardenGate.id })
 * const instance = { _ble_sn: 1, sendDp: () => undefined, onReceivePackage: () => undefined }
 * const link = wechatBleLink(instance, { write: (instruction) => phone.send(instruction) })
 * ```
 */
export const wechatBleLink = (
  instance: WechatBleInstance,
  { write, schema, majorVersion = 3 }: WechatBleOptions,
): BleLink => {
  const reports = createSubject<DpValues>()
  const broken = createSubject<undefined>()
  instance.onReceivePackage(({ type, status, dpState }) => {
    if (type === 'connect') {
      if (status === 'fail') broken.next(undefined)
      return
    }
    const report: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(dpState ?? {})) {
      const code = /^\d+$/.test(name) ? schema?.codeOf(name) : name
      if (code !== undefined) report[code] = value
    }
    if (Object.keys(report).length > 0) reports.next(report)
  })
  return {
    get sn() {
      return instance._ble_sn
    },
    set sn(sn) {
      instance._ble_sn = sn
    },
    majorVersion,
    send: write,
    broken$: broken.values$,
    dataPoints: {
      reports$: reports.values$,
      send: (dps) =>
        new Observable((subscriber) => {
          const sendAll = async () => {
            for (const [dpCode, dpValue] of Object.entries(dps))
              await instance.sendDp({ dpCode, dpValue })
          }
          sendAll().then(
            () => subscriber.complete(),
            (error: unknown) => subscriber.error(linkFailure(error, originOf(dps))),
          )
        }),
    },
  }
}
