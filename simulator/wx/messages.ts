import type { WxFailure, WxRequestInit, WxResponse } from '../../src/core/transport/wx-like'
import type { Answer, SimulatedRequest } from '../exchange'

type Headers = Readonly<Record<string, string>>

export interface Address {
  readonly origin: string
  readonly path: string
}

/** What `success` is called with. */
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

/** `Retry-After`: who looks a header up in small letters alone finds nothing. */
const asOnAnIphone = (name: string): string =>
  name.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase())

/** A text goes out as it is, everything else as JSON. */
const textOf = (data: unknown): string => {
  if (data === undefined) return ''
  return typeof data === 'string' ? data : JSON.stringify(data)
}

/** What is no JSON stays text. */
const parsedOnce = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
