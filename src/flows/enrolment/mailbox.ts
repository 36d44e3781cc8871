import { Observable } from 'rxjs'
import { firstValue } from '../../core/rx/first-value'
import { createSubject } from '../../core/rx/subject'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { origin } from './enrolment-error'

/** Keeps what comes until somebody takes it: nothing is lost while a flow waits for something else. */
export interface Mailbox<Mail> {
  readonly put: (mail: Mail) => void
  /** The oldest, or the next. Fails with a CancelledError when the signal goes off. */
  readonly take: (signal?: AbortSignalLike) => Promise<Mail>
  /** The oldest, if there is one. */
  readonly takeKept: () => Mail | undefined
}

export const createMailbox = <Mail>(): Mailbox<Mail> => {
  const kept: Mail[] = []
  const { values$, next, isObserved } = createSubject<Mail>()
  return {
    put: (mail) => {
      if (isObserved()) next(mail)
      else kept.push(mail)
    },
    take: (signal) =>
      firstValue(
        new Observable<Mail>((subscriber) => {
          const oldest = kept.shift()
          if (oldest === undefined) return values$.subscribe(subscriber)
          return subscriber.next(oldest)
        }),
        origin,
        signal,
      ),
    takeKept: () => kept.shift(),
  }
}
