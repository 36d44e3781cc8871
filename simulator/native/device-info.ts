import { type DataPointType, dataPointTypesOf } from '../world/data-point-types'
import type { Lock } from '../world/lock'

/** A data point in `TYSdk.devInfo`: its definition, with the fields of its property. */
export interface DeviceInfoDataPoint {
  readonly code: string
  /** A number as text. */
  readonly id: string
  readonly mode: 'rw' | 'ro'
  readonly dptype: 'obj' | 'raw'
  readonly type: 'bool' | 'value' | 'enum' | 'string' | 'raw'
  readonly range?: readonly string[]
  readonly min?: number
  readonly max?: number
}

/** The `devInfo` of `TYSdk`, as the vendor's kit makes it of what the app tells about a device. */
export interface DeviceInfo {
  readonly devId: string
  readonly gwId: string
  readonly name: string
  readonly productId: string
  readonly category: string
  readonly uuid: string
  readonly deviceOnline: boolean
  readonly appOnline: boolean
  /** A virtual device, whose id begins with `vdev`. */
  readonly isVDevice: boolean
  /** By id. */
  readonly dps: Readonly<Record<string, unknown>>
  /** By code. */
  readonly state: Readonly<Record<string, unknown>>
  readonly schema: Readonly<Record<string, DeviceInfoDataPoint>>
  readonly codeIds: Readonly<Record<string, string>>
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
