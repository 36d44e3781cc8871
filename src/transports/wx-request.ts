import { Observable, type Subscriber, type TeardownLogic } from 'rxjs'
import type { ErrorOrigin } from '../core/errors/sdk-error'
import { TransportError } from '../core/errors/transport-error'
import { UnsupportedError } from '../core/errors/unsupported-error'
import type { Transport, TransportAnswer, TransportRequest } from '../core/transport/transport'
import type { WxLike, WxResponse } from '../core/transport/wx-like'
import type { HeaderSource } from './headers'
import { actionPost, type HttpRequest } from './http-request'
import { retryAfterMs } from './retry-after'
import { wxFailure } from './wx-failure'

export interface WxRequestOptions {
  /** Where your server takes `{action, params}` as a POST; its domain must be in the mini-program's list. */
  readonly url: string
  /** Such as a session; a function is called for every try, and may be async. Their values stand in no error. */
  readonly headers?: HeaderSource
  /** Instead of the platform's own: a test's, a wrapper's, or that of another host which has WeChat's `request`. */
  readonly wx?: WxLike
  /** Milliseconds since 1970, for a `Retry-After` that gives a date. */
  readonly now?: () => number
}

/** WeChat takes no longer time-out. */
const LONGEST_TIMEOUT_MS = 60_000
/** So much later than the panel's own time-out, which knows more, the platform's may strike. */
const TIMEOUT_MARGIN_MS = 1_000

/**
 * Speaks the mini-program family over `wx.request`. It asks for text, so that a Long keeps its digits.
 *
 * Only WeChat's "url not in domain list" is `not-sent`; every other failure may come after the request left, that of a
 * mini-program which went to the background (`interrupted`) included. Base libraries before 3.2.2 follow redirects
 * whatever they are told: a server must not redirect what it has carried out.
 */
export const wxRequest = ({
  url,
  headers,
  wx: given,
  now = Date.now,
}: WxRequestOptions): Transport => ({
  name: 'wx.request',
  families: ['mini-program'],
  send: (request) =>
    new Observable((subscriber) => {
      const host = given ?? platformWx()
      if (host === undefined) throw withoutWx(request)
      actionPost(url, headers, request).then(
        (post) => {
          if (!subscriber.closed) subscriber.add(exchange(host, now, request, post, subscriber))
        },
        (error: unknown) => subscriber.error(error),
      )
    }),
})

// WeChat's own. Looked up when used; a page within a web-view has a `wx` too, without `request`.
declare const wx: Partial<WxLike> | undefined

const platformWx = (): WxLike | undefined =>
  typeof wx === 'object' && typeof wx?.request === 'function' ? (wx as WxLike) : undefined

const withoutWx = (origin: ErrorOrigin): UnsupportedError =>
  new UnsupportedError(origin, 'this platform has no wx.request; give the transport one as `wx`.')

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
  const task = startOrFail(fail, () =>
    host.request({
      url,
      method,
      header: headers,
      data: body,
      timeout: Math.min(Math.ceil(request.timeoutMs) + TIMEOUT_MARGIN_MS, LONGEST_TIMEOUT_MS),
      dataType: 'text',
      responseType: 'text',
      redirect: 'manual',
      success: (response) => {
        isOpen = false
        subscriber.next({ ...answerOf(response, now), secrets })
        subscriber.complete()
      },
      fail,
    }),
  )
  return () => {
    if (isOpen) task?.abort()
  }
}

/** A wrapper can throw after it has sent, so this too leaves open what became of the request. */
const startOrFail = <T>(fail: (error: unknown) => void, start: () => T): T | undefined => {
  try {
    return start()
  } catch (error) {
    fail(error)
    return undefined
  }
}

const answerOf = ({ data, statusCode, header }: WxResponse, now: () => number) => ({
  body: typeof data === 'string' ? { text: data } : { value: data },
  statusCode,
  retryAfterMs: retryAfterMs(headerNamed('retry-after', header), now),
})

/** A wrapper may hand over none, or null. */
const headerNamed = (wanted: string, header: object | null | undefined): string | undefined => {
  const found = Object.entries(header ?? {}).find(([name]) => name.toLowerCase() === wanted)
  return found && String(found[1])
}
