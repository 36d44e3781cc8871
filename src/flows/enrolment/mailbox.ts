import { Observable } from 'rxjs'
import type { Scheduler } from '../../core/clock'
import { createEmitter } from '../../core/panel/emitter'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { firstOf } from '../shared/first-of'
import { origin } from './enrolment-error'

/** Keeps what comes until somebody takes it: nothing is lost while a flow waits for something else. */
export interface Mailbox<Mail> {
  readonly put: (mail: Mail) => void
  /** The oldest, or the next; `undefined` after the wait. Fails with a CancelledError when the signal goes off. */
  readonly take: (waitMs: number, signal?: AbortSignalLike) => Promise<Mail | undefined>
}

export const createMailbox = <Mail>(clock: Scheduler): Mailbox<Mail> => {
  const kept: Mail[] = []
  const { values$, next, isObserved } = createEmitter<Mail>()
  return {
    put: (mail) => {
      if (isObserved()) next(mail)
      else kept.push(mail)
    },
    take: (waitMs, signal) =>
      firstOf(
        new Observable<Mail | undefined>((subscriber) => {
          const oldest = kept.shift()
          if (oldest !== undefined) return subscriber.next(oldest)
          subscriber.add(values$.subscribe(subscriber))
          subscriber.add(clock.schedule(() => subscriber.next(undefined), waitMs))
        }),
        origin,
        signal,
      ),
  }
}
