import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { LockContext, ResultOfCall } from './lock-context'

export const STATUS = 'device.status'
export const DEVICES = 'device.getListByIds'
const READ_TIMEOUT_MS = 10_000

/** What the cloud shows of a lock. */
export interface DeviceStatus {
  readonly status: ResultOfCall<typeof STATUS>
  /** When the lock last reported anything, in seconds by the clock of the cloud; absent if the cloud does not return it. */
  readonly updatedS?: number | undefined
  readonly online?: boolean | undefined
}

export const readStatusOnly = (
  { call, deviceId }: LockContext,
  options: CallOptions,
): Promise<ResultOfCall<typeof STATUS>> =>
  call(STATUS, { device_id: deviceId }, { ...options, deadlineMs: READ_TIMEOUT_MS })

/** Reads the status with its time and whether the lock is online, or without them if the panel cannot read them. */
export const readDevice = async (
  context: LockContext,
  options: CallOptions,
): Promise<DeviceStatus> => {
  const { call, supports, deviceId } = context
  const limits = { ...options, deadlineMs: READ_TIMEOUT_MS }
  if (!supports(DEVICES)) return { status: await readStatusOnly(context, options) }
  const devices = await call(DEVICES, { device_ids: deviceId }, limits).catch((error: unknown) => {
    if (isVendorError(error) && supports(STATUS)) return []
    throw error
  })
  const device = devices.find(({ id }) => id === deviceId)
  if (device !== undefined && (device.status.length > 0 || !supports(STATUS)))
    return { status: device.status, updatedS: device.update_time, online: device.online }
  return { status: await readStatusOnly(context, options), online: device?.online }
}
