import { Observable, type Subscriber } from 'rxjs'

/** Emits values to the current subscribers. */
export interface Subject<T> {
  readonly values$: Observable<T>
  readonly next: (value: T) => void
  /** Later subscribers complete immediately. */
  readonly complete: () => void
  readonly isObserved: () => boolean
}

/** Replaces `Subject` of rxjs, in a fifth of its bytes (docs/decisions/0006). */
export const createSubject = <T>(): Subject<T> => {
  const subscribers = new Set<Subscriber<T>>()
  let isEnded = false
  return {
    values$: new Observable((subscriber) => {
      if (isEnded) subscriber.complete()
      else subscribers.add(subscriber)
      return () => subscribers.delete(subscriber)
    }),
    next: (value) => {
      // A copy: who subscribes during an emission does not get its value.
      for (const subscriber of Array.from(subscribers)) subscriber.next(value)
    },
    complete: () => {
      isEnded = true
      for (const subscriber of Array.from(subscribers)) subscriber.complete()
    },
    isObserved: () => subscribers.size > 0,
  }
}
