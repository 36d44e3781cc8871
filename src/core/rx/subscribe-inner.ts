import { type Observable, type Observer, Subscriber, type Unsubscribable } from 'rxjs'

/**
 * Subscribes an observer that ends with `outer`, also if code that the source calls ends `outer` while the subscribe runs.
 * With `outer.add(source.subscribe(observer))` it would end only after that, and a request could be sent for a call that
 * has been cancelled.
 */
export const subscribeInner = <T>(
  outer: { add(inner: Unsubscribable): void },
  source: Observable<T>,
  observer: Observer<T>,
): void => {
  const inner = new Subscriber<T>(observer)
  outer.add(inner)
  // The app's source may be of another copy of rxjs, or of another library.
  inner.add(source.subscribe(inner))
}
