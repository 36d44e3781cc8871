import { Observable } from 'rxjs'
import { CancelledError } from '../errors/cancelled-error'
import type { SdkError } from '../errors/sdk-error'
import { shareOnce } from '../rx/share-once'
import { subscribeInner } from '../rx/subscribe-inner'
import { type Call, deliveryOf, originOf } from './call'
import { isCertainlyNotExecuted, mayRetry } from './may-retry'

type Params = Readonly<Record<string, unknown>>
type Send = (params: Params) => Observable<unknown>

/**
 * The `send` of an app's handler for a `once` action. A handler may subscribe it twice, for example with `retry`: equal
 * parameters share one request, and after a request whose outcome is unknown nothing more is sent in this attempt. A
 * request that was certainly not executed may be repeated, unless its ticket may be spent.
 */
export const sendOnce = (call: Call, send: Send): Send => {
  const requests = new Map<string, Observable<unknown>>()
  let unknownOutcome: SdkError | undefined
  const abandoned = () => new CancelledError(originOf(call), deliveryOf(call.progress))

  const requestOf = (params: Params, key: string): Observable<unknown> => {
    const watched = new Observable<unknown>((subscriber) =>
      subscribeInner(subscriber, send(params), {
        next: (value) => subscriber.next(value),
        error: (error: SdkError) => {
          if (!isCertainlyNotExecuted(error)) unknownOutcome = error
          else if (mayRetry(call.action, params, error) === 'yes') requests.delete(key)
          subscriber.error(error)
        },
        complete: () => subscriber.complete(),
      }),
    )
    const request = watched.pipe(shareOnce(abandoned))
    requests.set(key, request)
    return request
  }

  return (params) =>
    new Observable((subscriber) => {
      if (unknownOutcome !== undefined) return subscriber.error(unknownOutcome)
      const key = JSON.stringify(params)
      return (requests.get(key) ?? requestOf(params, key)).subscribe(subscriber)
    })
}
