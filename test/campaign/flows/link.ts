import { Observable } from 'rxjs'
import type { Fault, Simulator } from '../../../simulator'
import { anyAction } from '../../../simulator/faults/fault'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { FetchLike, FetchResponse } from '../../../src/core/transport/fetch-like'
import type { Transport } from '../../../src/core/transport/transport'

/** One connection of a story: it breaks, comes back, and spoils the next answers. */
export interface Link {
  isUp: boolean
  readonly faults: Fault[]
  /** Requests that the cloud received over the link, or lost before. */
  count: number
}

export const createLink = (): Link => ({ isUp: true, faults: [], count: 0 })

/** Sends one request to the simulator with the next fault of the link; the simulator answers within the call. */
export const withFault = <T>(link: Link, { faults }: Simulator, send: () => T): T => {
  link.count++
  const fault = link.faults.shift()
  if (fault !== undefined) faults.always(anyAction, fault)
  try {
    return send()
  } finally {
    faults.end(anyAction)
  }
}

/** The same transport over a link; `send` runs each request at the simulator. */
export const overLink = (
  { name, send }: Transport,
  families: Transport['families'],
  link: Link,
  atCloud: <T>(work: () => T) => T,
): Transport => ({
  name,
  families,
  send: (request) =>
    new Observable((subscriber) => {
      if (link.isUp) subscriber.add(atCloud(() => send(request).subscribe(subscriber)))
      else {
        const reason = 'the network is not reachable'
        subscriber.error(new TransportError(request, { delivery: 'not-sent', reason }))
      }
    }),
})

const textResponse = (status: number, text: string, headers = {}): FetchResponse => {
  const fields = new Map<string, string>(Object.entries(headers))
  return {
    status,
    headers: { get: (name) => fields.get(name.toLowerCase()) ?? null },
    text: async () => text,
  }
}

const broken = (): never => {
  throw new TypeError('fetch failed')
}

const RETRY_AFTER_S = '1'
const SLOW_MS = 15_000
const HALF = 0.5

/** The connection of a panel to its gateway, with the faults that the simulator has for a cloud. */
export const fetchOverLink =
  (link: Link, wait: (ms: number) => Promise<void>, fetch: FetchLike): FetchLike =>
  async (url, init) => {
    if (!link.isUp) return broken()
    link.count++
    const fault = link.faults.shift()
    if (fault === 'drop-before') return broken()
    if (fault === 'throttle') return textResponse(429, 'wait', { 'retry-after': RETRY_AFTER_S })
    if (typeof fault === 'object' && 'throttleSeconds' in fault)
      return textResponse(429, 'wait', { 'retry-after': String(fault.throttleSeconds) })
    if (typeof fault === 'object' && 'status' in fault) return textResponse(fault.status, 'failed')
    if (typeof fault === 'object' && 'vendorCode' in fault)
      return textResponse(200, JSON.stringify({ success: false, code: fault.vendorCode, t: 1 }))
    const response = await fetch(url, init)
    if (fault === 'drop-after' || !link.isUp) return broken()
    if (fault === 'slow') await wait(SLOW_MS)
    if (typeof fault === 'object') await wait(fault.slowMs)
    if (fault === 'garbage') return textResponse(200, '<html>Welcome')
    if (fault === 'empty') return textResponse(200, '')
    const text = await response.text()
    const body = fault === 'truncate' ? text.slice(0, Math.floor(text.length * HALF)) : text
    return { status: response.status, headers: response.headers, text: async () => body }
  }
