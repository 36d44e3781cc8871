import type { WxFailure, WxRequestInit, WxResponse } from '../../src/core/transport/wx-like'
import type { Answer, SimulatedRequest } from '../exchange'

type Headers = Readonly<Record<string, string>>

export interface Address {
  readonly origin: string
  readonly path: string
}

/** The argument of `success`. */
export type Response = WxResponse & WxFailure

export const addressOf = (url: string): Address | undefined => {
  const [, origin, path = ''] = /^(https?:\/\/[^/?#\s]+)([^#\s]*)$/.exec(url) ?? []
  return origin === undefined ? undefined : { origin, path: path || '/' }
}

export const requestOf = (
  { method = 'GET', header = {}, data }: WxRequestInit,
  { path }: Address,
): SimulatedRequest => ({
  method,
  path,
  headers: renamed(header, (name) => name.toLowerCase()),
  body: textOf(data),
})

export const responseOf = (
  { dataType = 'json' }: WxRequestInit,
  { body, status, headers }: Answer,
): Response => ({
  data: dataType === 'json' ? parsedOnce(body) : body,
  statusCode: status,
  header: renamed(headers, asOnAnIphone),
  errMsg: 'request:ok',
})

const renamed = (header: object, rename: (name: string) => string): Headers =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [rename(name), String(value)]))

/** `Retry-After`: a lookup in lower case only does not find it. */
const asOnAnIphone = (name: string): string =>
  name.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase())

/** Text is sent unchanged, everything else as JSON. */
const textOf = (data: unknown): string => {
  if (data === undefined) return ''
  return typeof data === 'string' ? data : JSON.stringify(data)
}

/** Text that is not JSON stays text. */
const parsedOnce = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
