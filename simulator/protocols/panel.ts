import { isObject } from '../checks/composite-values'
import { apiRequestOf } from '../native/app-request'
import { jsonObject } from './json-object'
import type { Protocol } from './protocol'
import { sampledSuccess } from './sampled-success'

/** A call that an app forwards for its panel: POST `{a, v, postData}` to any path. */
export const panelProtocol: Protocol = {
  family: 'panel',
  read: ({ method, body }) => {
    if (method !== 'POST') return undefined
    const { a, v, postData = {} } = jsonObject(body)
    return typeof a === 'string' && isObject(postData)
      ? {
          family: 'panel',
          action: a,
          version: typeof v === 'string' ? v : undefined,
          params: postData,
        }
      : undefined
  },
  write: ({ action, version = '1.0', params }) => apiRequestOf(action, version, params),
  success: (result, t, sampled) => {
    if (sampled === undefined) return { success: true, result, t, status: STATUS }
    const body = sampledSuccess(result, t, sampled)
    if (sampled.envelope === 'bare') return body
    // In the samples that swap the two, the result is this text.
    return sampled.envelope === 'swapped'
      ? { ...(body as object), result: '1', status: STATUS }
      : { ...(body as object), status: STATUS }
  },
}

const STATUS = 'ok'
