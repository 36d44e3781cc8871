import type { LockType } from '../../core/action'
import type { Clock } from '../../core/clock'
import { LockError } from '../../core/errors/lock-error'
import { isVendorError } from '../../core/errors/vendor-error'
import { isObject } from '../../core/options/check'
import { type DpRow, type DpSchema, dpSchema } from '../../data-points/dp-schema'
import { readHost } from '../../data-points/host-info'
import type { TyDpLike } from '../../data-points/ty-data-points'
import type { TYSdkDpLike } from '../../data-points/ty-sdk-data-points'
import { callHost } from '../shared/call-host'
import { DEVICES } from '../shared/device-status'
import { type LockContext, lockContext } from '../shared/lock-context'
import type { PanelOfLock } from '../shared/lock-options'
import { MODEL, modelRows } from '../shared/model-rows'
import { possibleTypes, type TypeEvidence } from './lock-type-of'

/**
 * Options of `describeLock`.
 *
 * @example
 * ```ts
 * const options: DescribeLockOptions = { among: ['wifi', 'ble'], clock }
 * const described = await describeLock(panel, seed.locks.frontDoor.id, options)
 * ```
 */
export interface DescribeLockOptions {
  /** `ty` or `TYSdk`, for the data points of the lock. */
  readonly host?: Pick<TyDpLike, 'device'> | Pick<TYSdkDpLike, 'device'>
  /** The lock types that your products have: the sources alone do not tell all types apart. @default all */
  readonly among?: readonly LockType[]
  /** @default real time */
  readonly clock?: Clock
}

/** Options of `lock` that can be read; `schema` is absent if no source has all data points. */
export interface LockDescription {
  readonly type: LockType
  readonly schema?: DpSchema
}

const origin = { action: 'describeLock' }
const DEVICE = 'GET /v1.0/devices/{device_id}'

/**
 * Reads the type and the data points of a lock, so that an app need not know them. The result is part of the options of
 * `lock`. Reads the host, the thing model and the row of the device, where the panel has them.
 *
 * Fails with a LockError of the reason `type-unknown` if more than one type remains: it is not guessed. The digits of PINs
 * are in no documented answer.
 *
 * @example
 * ```ts
 * const described = await describeLock(panel, seed.locks.frontDoor.id, { among: ['wifi', 'ble'], clock })
 * const door = lock(panel, seed.locks.frontDoor.id, { ...described, clock })
 * ```
 */
export const describeLock = async (
  panel: PanelOfLock,
  deviceId: string,
  { host, among, clock }: DescribeLockOptions = {},
): Promise<LockDescription> => {
  const context = lockContext(panel, deviceId, {
    type: 'any',
    ...(clock !== undefined && { clock }),
  })
  const [rows, gateway] = await Promise.all([
    host === undefined ? rowsInCloud(context) : hostRows(context, host),
    gatewayOf(context),
  ])
  const schema = rows.length > 0 ? dpSchema(rows) : undefined
  const possible = possibleTypes({ ...gateway, schema }).filter(
    (type) => among?.includes(type) ?? true,
  )
  const [type] = possible
  if (type === undefined || possible.length > 1)
    throw new LockError(
      origin,
      'type-unknown',
      type === undefined
        ? 'The lock has none of the types in `among`. Add its type.'
        : `The lock can be of type ${possible.join(', ')}. Name the types of your products in \`among\`, or pass the type to lock().`,
    )
  return { type, ...(schema !== undefined && { schema }) }
}

/** `ty` has a list of rows, `TYSdk` has them by code. */
const hostRows = async (
  context: LockContext,
  { device }: NonNullable<DescribeLockOptions['host']>,
): Promise<readonly DpRow[]> => {
  const { deviceId } = context
  if (device.getDeviceInfo === undefined) return []
  const { schema } = await callHost(
    'the host',
    () =>
      readHost((callbacks) =>
        'publishDps' in device
          ? device.getDeviceInfo?.({ deviceId, ...callbacks })
          : device.getDeviceInfo?.().then(callbacks.success, callbacks.fail),
      ),
    context,
    origin,
  )
  return isObject(schema) ? (Object.values(schema) as readonly DpRow[]) : []
}

/** A project without the newer interface is refused; then the data points are not known. */
const rowsInCloud = (context: LockContext): Promise<readonly DpRow[]> =>
  context.supports(MODEL)
    ? modelRows(context, {}).catch((error: unknown) => {
        if (isVendorError(error) && error.class !== 'transient') return []
        throw error
      })
    : Promise.resolve([])

const gatewayOf = async ({
  call,
  deviceId,
  supports,
}: LockContext): Promise<Omit<TypeEvidence, 'schema'>> => {
  if (supports(DEVICE)) {
    const { sub, gateway_id = '' } = await call(DEVICE, { device_id: deviceId })
    return { isSub: sub, hasGatewayId: gateway_id !== '' }
  }
  if (!supports(DEVICES)) return { hasGatewayId: false }
  const devices = await call(DEVICES, { device_ids: deviceId })
  return { isSub: devices.find(({ id }) => id === deviceId)?.sub, hasGatewayId: false }
}
