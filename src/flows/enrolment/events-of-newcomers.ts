import { Observable, type Unsubscribable } from 'rxjs'
import type { Scheduler } from '../../core/clock'
import { createCancellation } from '../shared/cancellation'
import type { Listed } from './course'
import type { Newcomers } from './newcomers'

/** As often as data is synchronised at most (document 001). */
const EVERY_MS = 5_000

/** Looks at the lists until there is something new in them: all that can be known where nothing tells the steps. */
export const eventsOfNewcomers = ({ find }: Newcomers, clock: Scheduler): Observable<Listed> =>
  new Observable((subscriber) => {
    const { signal, cancel } = createCancellation()
    let timer: Unsubscribable
    const wait = () => {
      timer = clock.schedule(look, EVERY_MS)
    }
    const look = () => {
      find({ signal, priority: 'background' }).then(
        (method) => {
          if (subscriber.closed) return
          if (method !== undefined) subscriber.next({ step: 'listed', method })
          wait()
        },
        // The next look may do better, and the enrolment has its own time-out.
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
