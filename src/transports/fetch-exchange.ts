import { Observable } from 'rxjs'
import type { ErrorOrigin } from '../core/errors/sdk-error'
import { describeThrown } from '../core/errors/thrown'
import { TransportError } from '../core/errors/transport-error'
import { UnsupportedError } from '../core/errors/unsupported-error'
import type { FetchInit, FetchLike, FetchResponse } from '../core/transport/fetch-like'
import { callQuietly } from '../core/transport/host-calls'
import type { TransportAnswer, TransportRequest } from '../core/transport/transport'
import type { HttpRequest } from './http-request'
import { codeOf, isPermanentReason, notSentReason } from './not-sent'
import { abortController, platformFetch } from './platform-fetch'
import { retryAfterMs } from './retry-after'

export interface FetchHost {
  /** @default the platform's `fetch` */
  readonly fetch?: FetchLike | undefined
  /** For a `Retry-After` with a date. */
  readonly now: () => number
}

/** The call of an exchange, which may announce when it sends. */
export type SendingOrigin = ErrorOrigin & Pick<TransportRequest, 'announceSending'>

/**
 * One HTTP request through `fetch`, cold; unsubscribing aborts it, or ignores its answer if the platform cannot abort.
 *
 * Every status is an answer. `prepare` is called on subscription and fails with a TransportError.
 */
export const fetchExchange = (
  origin: SendingOrigin,
  host: FetchHost,
  prepare: () => Promise<HttpRequest>,
): Observable<TransportAnswer> =>
  new Observable((subscriber) => {
    const controller = abortController()
    let isAnswered = false
    const markSent = origin.announceSending?.()
    const exchange = async (): Promise<void> => {
      const { fetch = platformFetch() } = host
      if (fetch === undefined) throw withoutFetch(origin)
      const { secrets, url, ...request } = await prepare()
      if (subscriber.closed) return
      const signal = controller && { signal: controller.signal }
      markSent?.(true)
      const response = await responseOf(origin, fetch, url, {
        ...request,
        redirect: 'manual',
        ...signal,
      })
      const answer = await answerOf(origin, response, host.now)
      // Aborting after the answer would cost as much as the rest of a small call.
      isAnswered = true
      subscriber.next({ ...answer, secrets })
      subscriber.complete()
    }
    exchange().catch((error: unknown) => subscriber.error(error))
    return () => {
      if (!isAnswered) callQuietly(() => controller?.abort())
    }
  })

export const withoutFetch = (origin: ErrorOrigin): UnsupportedError =>
  new UnsupportedError(origin, 'this platform has no fetch: pass the option `fetch`.')

const responseOf = async (
  origin: ErrorOrigin,
  fetch: FetchLike,
  url: string,
  init: FetchInit,
): Promise<FetchResponse> => {
  try {
    return await fetch(url, init)
  } catch (error) {
    const notSent = notSentReason(error)
    throw new TransportError(
      origin,
      notSent === undefined
        ? { delivery: 'unknown', reason: withCode('the request failed', error) }
        : { delivery: 'not-sent', reason: notSent, isPermanent: isPermanentReason(notSent) },
    )
  }
}

const answerOf = async (
  origin: ErrorOrigin,
  response: FetchResponse,
  now: () => number,
): Promise<TransportAnswer> => {
  const statusCode = response.status
  if (statusCode === 0)
    throw new TransportError(origin, {
      delivery: 'unknown',
      reason: 'the server redirected, and redirects are not followed',
    })
  const wait = retryAfterMs(response.headers.get('retry-after'), now)
  try {
    const text = await response.text()
    const contentType = response.headers.get('content-type')
    return { body: { text }, statusCode, contentType, retryAfterMs: wait }
  } catch (error) {
    throw new TransportError(origin, {
      delivery: 'unknown',
      reason: withCode('the answer was interrupted', error),
      statusCode,
      retryAfterMs: wait,
    })
  }
}

const withCode = (what: string, error: unknown): string => {
  const code = codeOf(error)
  return code === undefined ? `${what} with ${describeThrown(error)}` : `${what} (${code})`
}
