import type { Family } from '../core/action'
import type { Clock } from '../core/clock'
import { type ChecksOf, checkedOptions, optional } from '../core/options/check'
import { hasMethods, isFunction, isText } from '../core/options/checks'
import type { FetchLike } from '../core/transport/fetch-like'
import type { Transport } from '../core/transport/transport'
import { fetchExchange } from './fetch-exchange'
import { type HeaderSource, isHeaderSource } from './headers'
import { actionPost } from './http-request'
import { isFamilies, isServerLimits, type ServerLimits, withLimits } from './server-limits'

/**
 * Options of `fetchTransport`.
 *
 * @example
 * ```ts
 * const options: FetchTransportOptions = { url: 'https://example.com/lock', headers: { session: 'abc' } }
 * ```
 */
export interface FetchTransportOptions {
  /** The address of your server for POST `{action, params}`. */
  readonly url: string
  /** For example a session. A function is called for each request, and may be async. No error contains the values. */
  readonly headers?: HeaderSource
  /** Must obey `init.redirect`, and must not resend requests. @default the platform's `fetch` */
  readonly fetch?: FetchLike
  /**
   * What the server has less than the vendor; `gatewayLimits` for `lockpanel/gateway`. Nothing is sent for what it does not
   * have, and `capabilities()` of a lock reports it as missing. @default as the vendor has it
   */
  readonly limits?: ServerLimits
  /**
   * The families of actions that the server answers. `lockpanel/gateway` also answers the routes of the open API, by their
   * names; flows send those that no mini-program action replaces. @default ['mini-program']
   */
  readonly families?: readonly Exclude<Family, 'panel'>[]
  /** For a `Retry-After` with a date. @default the time of the host */
  readonly clock?: Pick<Clock, 'now'>
}

/**
 * The mini-program family over `fetch`, in Node and in webviews.
 *
 * A browser does not report whether a failed request was sent, so the delivery is always `unknown` there. An HTTP stack may
 * resend a request by itself: browsers on a stale connection, Node's fetch after HTTP 421. Throws a `ParamsError` for
 * invalid options.
 *
 * @example
 * ```ts
 * const { url, close } = await simulator.serve()
 * const webPanel = createPanel({ actions: allActions, transport: fetchTransport({ url }) })
 * const status = await webPanel.apiRequest('device.status', { device_id: frontDoor.deviceId })
 * await close()
 * ```
 */
export const fetchTransport = (options: FetchTransportOptions): Transport => {
  const {
    url,
    headers,
    fetch,
    limits,
    families = ['mini-program'],
    clock = Date,
  } = checkedOptions('fetchTransport', options, checks)
  return {
    name: 'fetch',
    families,
    ...withLimits(limits),
    send: (request) =>
      fetchExchange(request, { fetch, now: () => clock.now() }, () =>
        actionPost(url, headers, request),
      ),
  }
}

const checks: ChecksOf<FetchTransportOptions> = {
  url: isText,
  headers: isHeaderSource,
  limits: isServerLimits,
  families: isFamilies,
  fetch: /*#__PURE__*/ optional(isFunction),
  clock: /*#__PURE__*/ optional(/*#__PURE__*/ hasMethods('an object with `now`', 'now')),
}
