import { Observable, Subscription } from 'rxjs'
import type { Clock } from '../../core/clock'
import { firstValue } from '../../core/rx/first-value'
import { createSubject } from '../../core/rx/subject'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { origin } from './enrolment-error'

/** Keeps messages until they are taken, so that none is lost while the flow waits for an effect. */
export interface MessageQueue<Message> {
  readonly put: (message: Message) => void
  /** Resolves with the oldest message, or the next one. Fails with a CancelledError if the signal aborts. */
  readonly take: (signal?: AbortSignalLike) => Promise<Message>
  /** The oldest message, if there is one. */
  readonly takeQueued: () => Message | undefined
}

export const createMessageQueue = <Message>(): MessageQueue<Message> => {
  const queued: Message[] = []
  const { values$, next, isObserved } = createSubject<Message>()
  return {
    put: (message) => {
      if (isObserved()) next(message)
      else queued.push(message)
    },
    take: (signal) =>
      firstValue(
        new Observable<Message>((subscriber) => {
          const oldest = queued.shift()
          if (oldest === undefined) return values$.subscribe(subscriber)
          return subscriber.next(oldest)
        }),
        origin,
        signal,
      ),
    takeQueued: () => queued.shift(),
  }
}

/** One timer at a time. */
export interface IdleTimer {
  /** Replaces the running timer. */
  readonly restart: (delayMs: number, onEnd: () => void) => void
  readonly stop: () => void
}

export const createIdleTimer = (clock: Clock): IdleTimer => {
  let timer: ReturnType<Clock['schedule']> = Subscription.EMPTY
  return {
    restart: (delayMs, onEnd) => {
      timer.unsubscribe()
      timer = clock.schedule(onEnd, delayMs)
    },
    stop: () => timer.unsubscribe(),
  }
}
