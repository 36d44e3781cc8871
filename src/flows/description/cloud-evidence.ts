import { isVendorError } from '../../core/errors/vendor-error'
import { DEVICES } from '../shared/device-status'
import { instructionsOf } from '../shared/instructions'
import type { LockContext } from '../shared/lock-context'
import { MODEL, modelRows } from '../shared/model-rows'
import type { Evidence } from './evidence'

const DEVICE = 'GET /v1.0/devices/{device_id}'

/** The data points of the thing model; without it those for unlocking, which are not all. */
export const dataPointsInCloud = async (context: LockContext): Promise<Evidence> => {
  const rows = context.supports(MODEL) ? await noneIfRefused(modelRows(context, {})) : []
  return rows.length > 0
    ? { rows }
    : { rows, someRows: await noneIfRefused(instructionsOf(context)()) }
}

/** A project or a lock without this interface is refused; then the data points are not known. */
const noneIfRefused = <Row>(reading: Promise<readonly Row[]>): Promise<readonly Row[]> =>
  reading.catch((error: unknown) => {
    if (isVendorError(error) && error.class !== 'transient') return []
    throw error
  })

/** The row of the device. */
export const deviceInCloud = async ({
  call,
  deviceId,
  supports,
}: LockContext): Promise<Omit<Evidence, 'rows'>> => {
  if (supports(DEVICE)) {
    const { sub, gateway_id = '', category } = await call(DEVICE, { device_id: deviceId })
    return { category, isBehindGateway: sub || gateway_id !== '' }
  }
  if (!supports(DEVICES)) return {}
  const devices = await call(DEVICES, { device_ids: deviceId })
  const device = devices.find(({ id }) => id === deviceId)
  return { category: device?.category, isBehindGateway: device?.sub }
}
