import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isObject } from '../../core/options/check'
import type { DpRow } from '../../data-points/dp-schema'
import { readHost } from '../../data-points/host-info'
import type { TyDpLike } from '../../data-points/ty-data-points'
import type { TYSdkDpLike } from '../../data-points/ty-sdk-data-points'
import { callHost } from '../shared/call-host'
import type { LockContext } from '../shared/lock-context'
import type { Evidence } from './evidence'

/** `ty` or `TYSdk`. */
export type DescribingHost = Pick<TyDpLike, 'device'> | Pick<TYSdkDpLike, 'device'>

/** Reads the device info of the host; fields of another type than documented count as absent. */
export const hostEvidence = async (
  context: LockContext,
  { device }: DescribingHost,
  origin: ErrorOrigin,
): Promise<Evidence> => {
  const { deviceId } = context
  if (device.getDeviceInfo === undefined) return { rows: [] }
  const { schema, category, capability, parentId } = await callHost(
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
  return {
    // `ty` has a list of rows, `TYSdk` has them by code.
    rows: isObject(schema) ? (Object.values(schema) as readonly DpRow[]) : [],
    category: typeof category === 'string' ? category : undefined,
    capability: typeof capability === 'number' ? capability : undefined,
    // The id of the gateway of a device behind one.
    isBehindGateway: typeof parentId === 'string' && parentId !== '' && parentId !== deviceId,
  }
}
