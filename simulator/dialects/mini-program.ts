import { isObject } from '../checks/objects'
import type { SampledShape } from '../operations/operation'
import type { Dialect } from './dialect'

/** POST `{action, params}` to any path. */
export const miniProgramDialect: Dialect = {
  family: 'mini-program',
  read: ({ method, body }) => {
    if (method !== 'POST') return undefined
    const { action, params = {} } = readJsonObject(body)
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
  refusal: (code, msg, t) => ({ success: false, code, msg, t }),
}

const sampledSuccess = (documented: unknown, t: number, { envelope, quirks }: SampledShape) => {
  const result = quirks.reduce((value, quirk) => quirk.apply(value), documented)
  if (envelope === 'bare') return result
  return envelope === 'swapped'
    ? { result: true, success: result, t }
    : { success: true, t, result }
}

const readJsonObject = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
