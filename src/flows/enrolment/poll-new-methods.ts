import { Observable, type Unsubscribable } from 'rxjs'
import type { Clock } from '../../core/clock'
import { createCancellation } from '../shared/cancellation'
import type { MethodListed } from './enrolment-state'
import type { NewMethodFinder } from './new-method-finder'

/** Data is synchronised every five seconds at most (document 001). */
const POLL_INTERVAL_MS = 5_000

/** Polls the lists for a new method, for channels without events. */
export const pollNewMethods = ({ find }: NewMethodFinder, clock: Clock): Observable<MethodListed> =>
  new Observable((subscriber) => {
    const { signal, cancel } = createCancellation()
    let timer: Unsubscribable
    const wait = () => {
      timer = clock.schedule(poll, POLL_INTERVAL_MS)
    }
    const poll = () => {
      find({ signal, priority: 'background' }).then(
        ({ method }) => {
          if (subscriber.closed) return
          if (method !== undefined) subscriber.next({ step: 'listed', method })
          wait()
        },
        // The next read may succeed, and the enrolment has its own time-out.
        () => {
          if (!subscriber.closed) wait()
        },
      )
    }
    wait()
    return () => {
      timer.unsubscribe()
      cancel()
    }
  })
