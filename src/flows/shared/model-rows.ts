import { flatMap } from '../../core/contract/flat-map'
import type { CallOptions } from '../../core/pipeline/call'
import type { DpRow } from '../../data-points/dp-schema'
import type { LockContext } from './lock-context'

export const MODEL = 'GET /v2.0/cloud/thing/{device_id}/model'

/** The data points of a thing model, as rows of `dpSchema`. */
export const modelRows = async (
  { call, deviceId }: Pick<LockContext, 'call' | 'deviceId'>,
  limits: CallOptions,
): Promise<readonly DpRow[]> => {
  const { model } = await call(MODEL, { device_id: deviceId }, limits)
  return flatMap(model?.services ?? [], ({ properties = [] }) =>
    flatMap(properties, ({ abilityId, code, accessMode, typeSpec }) => ({
      code,
      id: abilityId,
      mode: accessMode,
      property: typeSpec,
    })),
  )
}
