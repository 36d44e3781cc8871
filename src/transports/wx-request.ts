import { Observable, type Subscriber, type TeardownLogic } from 'rxjs'
import type { Family } from '../core/action'
import type { Clock } from '../core/clock'
import type { ErrorOrigin } from '../core/errors/sdk-error'
import { TransportError } from '../core/errors/transport-error'
import { UnsupportedError } from '../core/errors/unsupported-error'
import { type ChecksOf, checkedOptions, optional } from '../core/options/check'
import { hasMethods, isText, supports } from '../core/options/checks'
import { callQuietly, isPromise } from '../core/transport/host-calls'
import type { Transport, TransportAnswer, TransportRequest } from '../core/transport/transport'
import type { WxLike, WxRequestTaskLike } from '../core/transport/wx-like'
import { type HeaderSource, isHeaderSource } from './headers'
import { actionPost, type HttpRequest } from './http-request'
import { isFamilies, isServerLimits, type ServerLimits, withLimits } from './server-limits'
import { wxFailure } from './wx-failure'
import { isWxResponse, wxAnswer } from './wx-response'

/**
 * Options of `wxRequest`.
 *
 * @example
 * ```ts
 * const options: WxRequestOptions = { url: 'https://example.com/lock', wx: simulator.asWx() }
 * ```
 */
export interface WxRequestOptions {
  /** The address of your server for POST `{action, params}`; its domain must be in the mini-program's list. */
  readonly url: string
  /** For example a session. A function is called for each request, and may be async. No error contains the values. */
  readonly headers?: HeaderSource
  /** A test's or wrapper's `wx`, or another host with WeChat's `request`. @default the platform's `wx` */
  readonly wx?: WxLike
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

/** The longest time-out of WeChat. */
const MAX_TIMEOUT_MS = 60_000
/** The platform's time-out is this much later than the panel's, which reports more details. */
const TIMEOUT_MARGIN_MS = 1_000

/**
 * The mini-program family over `wx.request`. It requests text, so that a Long keeps its digits.
 *
 * Only WeChat's "url not in domain list" is `not-sent`; every other failure may occur after the request was sent, also
 * `interrupted` for a mini-program in the background. Base libraries before 3.2.2 always follow redirects: a server must
 * not redirect a request that it has executed. Throws a `ParamsError` for invalid options.
 *
 * @example
 * ```ts
 * const wechat = wxRequest({ url: 'https://door.example/', wx: simulator.asWx() })
 * const wechatPanel = createPanel({ actions: allActions, transport: wechat })
 * const status = await wechatPanel.apiRequest('device.status', { device_id: frontDoor.deviceId })
 * ```
 */
export const wxRequest = (options: WxRequestOptions): Transport => {
  const {
    url,
    headers,
    limits,
    families = ['mini-program'],
    wx: ownWx,
    clock = Date,
  } = checkedOptions('wxRequest', options, checks)
  return {
    name: 'wx.request',
    families,
    ...withLimits(limits),
    send: (request) =>
      new Observable((subscriber) => {
        const host = ownWx ?? platformWx()
        if (host === undefined) throw withoutWx(request)
        const markSent = request.announceSending?.()
        actionPost(url, headers, request).then(
          (post) => {
            if (subscriber.closed) return
            markSent?.(true)
            subscriber.add(exchange(host, () => clock.now(), request, post, subscriber))
          },
          (error: unknown) => subscriber.error(error),
        )
      }),
  }
}

const checks: ChecksOf<WxRequestOptions> = {
  url: isText,
  headers: isHeaderSource,
  limits: isServerLimits,
  families: isFamilies,
  wx: /*#__PURE__*/ optional(/*#__PURE__*/ hasMethods('an object with `request`', 'request')),
  clock: /*#__PURE__*/ optional(/*#__PURE__*/ hasMethods('an object with `now`', 'now')),
}

// WeChat's own. Read on use; a page within a web-view also has a `wx`, but without `request`.
declare const wx: Partial<WxLike> | undefined

const platformWx = (): WxLike | undefined =>
  typeof wx === 'object' && typeof wx?.request === 'function' ? (wx as WxLike) : undefined

const withoutWx = (origin: ErrorOrigin): UnsupportedError =>
  new UnsupportedError(origin, 'this platform has no wx.request: pass the option `wx`.')

const exchange = (
  host: WxLike,
  now: () => number,
  request: TransportRequest,
  { url, method, headers, body, secrets }: HttpRequest,
  subscriber: Subscriber<TransportAnswer>,
): TeardownLogic => {
  let isOpen = true
  const fail = (failure: unknown) => {
    isOpen = false
    subscriber.error(new TransportError(request, wxFailure(failure)))
  }
  const answer = (response: unknown) =>
    startOrFail(fail, () => {
      const answered = { ...wxAnswer(response, now), secrets }
      isOpen = false
      subscriber.next(answered)
      subscriber.complete()
    })
  let task = startOrFail(fail, () =>
    host.request({
      url,
      method,
      header: headers,
      data: body,
      timeout: Math.min(Math.ceil(request.timeoutMs) + TIMEOUT_MARGIN_MS, MAX_TIMEOUT_MS),
      dataType: 'text',
      responseType: 'text',
      redirect: 'manual',
      success: answer,
      fail,
    }),
  )
  const settled = (value: unknown) => {
    if (isWxResponse(value)) answer(value)
    // Of a function that is only declared `async`; the callbacks follow.
    else if (supports(value, ['abort'])) task = value
  }
  startOrFail(fail, () => isPromise(task) && task.then(settled, fail))
  return () => {
    if (isOpen) callQuietly(() => (task as WxRequestTaskLike).abort())
  }
}

/** A wrapper can throw after it has sent the request, so the outcome is unknown. */
const startOrFail = <T>(fail: (error: unknown) => void, start: () => T): T | undefined => {
  try {
    return start()
  } catch (error) {
    fail(error)
    return undefined
  }
}
