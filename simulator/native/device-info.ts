import { type DataPointType, dataPointTypesOf } from '../world/data-point-types'
import type { Lock } from '../world/lock'

/** A data point in `TYSdk.devInfo`: its definition, with the fields of its property. */
export interface DeviceInfoDataPoint {
  /** The code of the data point. */
  readonly code: string
  /** A number as text. */
  readonly id: string
  /** `ro` is reported only, `rw` is accepted too. */
  readonly mode: 'rw' | 'ro'
  /** `raw` for a data point without a known format. */
  readonly dptype: 'obj' | 'raw'
  /** The type of the values, in the words of the kit. */
  readonly type: 'bool' | 'value' | 'enum' | 'string' | 'raw'
  /** The values of an `enum`. */
  readonly range?: readonly string[]
  /** The smallest number, as transmitted. */
  readonly min?: number
  /** The largest number, as transmitted. */
  readonly max?: number
}

/** The `devInfo` of `TYSdk`, as the vendor's kit makes it of what the app tells about a device. */
export interface DeviceInfo {
  /** The id of the lock. */
  readonly devId: string
  /** The id of the gateway, or of the lock itself. */
  readonly gwId: string
  /** The name that the owner gave the lock. */
  readonly name: string
  /** The id of the product. */
  readonly productId: string
  /** The vendor's category of the product, such as `ms` for a lock. */
  readonly category: string
  /** The id of the hardware. */
  readonly uuid: string
  /** Whether the cloud reaches the lock. */
  readonly deviceOnline: boolean
  /** Whether the app reaches the cloud. */
  readonly appOnline: boolean
  /** A virtual device, whose id begins with `vdev`. */
  readonly isVDevice: boolean
  /** By id. */
  readonly dps: Readonly<Record<string, unknown>>
  /** By code. */
  readonly state: Readonly<Record<string, unknown>>
  /** The definitions of the data points by code. */
  readonly schema: Readonly<Record<string, DeviceInfoDataPoint>>
  /** The ids of the data points by code. */
  readonly codeIds: Readonly<Record<string, string>>
  /** The codes of the data points by id. */
  readonly idCodes: Readonly<Record<string, string>>
}

const kitTypes = {
  Boolean: 'bool',
  Integer: 'value',
  Enum: 'enum',
  String: 'string',
  Raw: 'raw',
} as const

const definitionOf = ({ code, dpId, type, values, isWritable }: DataPointType) => ({
  ...values,
  code,
  id: String(dpId),
  mode: isWritable ? ('rw' as const) : ('ro' as const),
  dptype: type === 'Raw' ? ('raw' as const) : ('obj' as const),
  type: kitTypes[type],
})

/** The present state of a lock, as its panel sees it. */
export const deviceInfoOf = (lock: Lock): DeviceInfo => {
  const points = dataPointTypesOf(lock).map(definitionOf)
  const reported = new Map(lock.status.map(({ code, value }) => [code, value]))
  return {
    devId: lock.id,
    gwId: lock.id,
    name: lock.name,
    productId: lock.productId,
    category: lock.category,
    uuid: lock.uuid,
    deviceOnline: lock.online,
    appOnline: true,
    isVDevice: lock.id.startsWith('vdev'),
    dps: Object.fromEntries(points.map(({ code, id }) => [id, reported.get(code)])),
    state: Object.fromEntries(points.map(({ code }) => [code, reported.get(code)])),
    schema: Object.fromEntries(points.map((point) => [point.code, point])),
    codeIds: Object.fromEntries(points.map(({ code, id }) => [code, id])),
    idCodes: Object.fromEntries(points.map(({ code, id }) => [id, code])),
  }
}
