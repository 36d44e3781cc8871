import { radioOf } from '../../src/core/supports-lock-type'
import type { DataPointType } from '../world/data-point-types'
import type { Lock } from '../world/lock'
import { type DeviceInfo, type DeviceInfoDataPoint, deviceInfoOf } from './device-info'

/** A data point of `getDeviceInfo`: the fields of its type are in `property`. */
interface TyDataPoint {
  /** The code of the data point. */
  readonly code: string
  /** The id of the data point on this lock. */
  readonly id: number
  /** `ro` is reported only, `rw` is accepted too. */
  readonly mode: DeviceInfoDataPoint['mode']
  /** `raw` for a data point without a known format. */
  readonly type: DeviceInfoDataPoint['dptype']
  /** The limits of the values. */
  readonly property: DataPointType['values'] & {
    /** The type of the values, in the words of the kit. */
    readonly type: DeviceInfoDataPoint['type']
  }
}

/** The parts of `getDeviceInfo` of `ty` that a lock panel reads: the schema is a list, and data points have their ids. */
export interface TyDeviceInfo
  extends Pick<DeviceInfo, 'devId' | 'name' | 'productId' | 'category' | 'dps'> {
  /** Whether the cloud reaches the lock. */
  readonly isOnline: boolean
  /** The radios as bits: Wi-Fi 1, Bluetooth 1024, Zigbee 4096. */
  readonly capability: number
  /** The definitions of the data points. */
  readonly schema: readonly TyDataPoint[]
}

const capabilities: Readonly<Record<string, number>> = {
  wifi: 1,
  'access-control': 1,
  ble: 1024,
  zigbee: 4096,
}

export const tyDeviceInfoOf = (lock: Lock): TyDeviceInfo => {
  const { devId, name, productId, category, dps, deviceOnline, schema } = deviceInfoOf(lock)
  return {
    ...{ devId, name, productId, category, dps },
    isOnline: deviceOnline,
    capability: capabilities[radioOf(lock.type)] ?? 0,
    schema: Object.values(schema).map(({ code, id, mode, dptype, ...property }) => ({
      ...{ code, id: Number(id), mode },
      type: dptype,
      property,
    })),
  }
}
