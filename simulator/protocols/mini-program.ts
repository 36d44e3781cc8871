import { isObject } from '../checks/composite-values'
import { jsonObject } from './json-object'
import type { Protocol } from './protocol'
import { sampledSuccess } from './sampled-success'

/** POST `{action, params}` to any path. */
export const miniProgramProtocol: Protocol = {
  family: 'mini-program',
  read: ({ method, body }) => {
    if (method !== 'POST') return undefined
    const { action, params = {} } = jsonObject(body)
    return typeof action === 'string' && isObject(params)
      ? { family: 'mini-program', action, params }
      : undefined
  },
  write: ({ action, params }) => ({
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action, params }),
  }),
  success: (result, t, sampled) =>
    sampled === undefined ? { success: true, t, result } : sampledSuccess(result, t, sampled),
}
