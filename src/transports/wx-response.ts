import type { WxResponse } from '../core/transport/wx-like'
import { retryAfterMs } from './retry-after'

export const isWxResponse = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'statusCode' in value

/** A response without data is an empty text, so that it is no answer: a missing value would be the result of a command. */
export const wxAnswer = (response: unknown, now: () => number) => {
  const { data, statusCode, header } = (response ?? {}) as Partial<WxResponse>
  return {
    body:
      typeof data === 'object' && data !== null ? { value: data } : { text: String(data ?? '') },
    statusCode: Number(statusCode) || undefined,
    contentType: headerNamed('content-type', header),
    retryAfterMs: retryAfterMs(headerNamed('retry-after', header), now),
  }
}

/** A wrapper may pass no headers, or null. */
const headerNamed = (name: string, header: object | null | undefined): string | undefined => {
  const found = Object.entries(header ?? {}).find(([key]) => key.toLowerCase() === name)
  return found && String(found[1])
}
