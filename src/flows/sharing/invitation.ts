import { Observable, type Unsubscribable } from 'rxjs'
import type { Scheduler } from '../../core/clock'

/** An offer that somebody may accept as long as it is open. */
export interface Invitation {
  readonly id: string
  /** A secret: whoever has it can accept. The receiver needs it, and the id. */
  readonly ticket: string
  /** Milliseconds since 1970, on the clock of the panel. */
  readonly expiresAtMs: number
  /**
   * The whole seconds that are left, at once and then one by one down to 0, which ends it. Each listener counts by a
   * timer of its own, which stops when it leaves; all of them tick at the same moments.
   */
  readonly countdown$: Observable<number>
}

/** How the cloud tells of it; the seconds count from now. */
export const invitationOf = (
  answer: {
    readonly sharing_id: string
    readonly sharing_ticket: string
    readonly expire_time: number
  },
  clock: Scheduler,
): Invitation => {
  const expiresAtMs = clock.now() + answer.expire_time * 1000
  return {
    id: answer.sharing_id,
    ticket: answer.sharing_ticket,
    expiresAtMs,
    countdown$: countdown(expiresAtMs, clock),
  }
}

const countdown = (endMs: number, clock: Scheduler): Observable<number> =>
  new Observable((subscriber) => {
    let timer: Unsubscribable | undefined
    let told = Number.POSITIVE_INFINITY
    subscriber.add(() => timer?.unsubscribe())
    const tell = (): void => {
      const leftMs = Math.max(0, endMs - clock.now())
      // A second that has begun counts: 0 is told when it is over, and not before.
      const left = Math.ceil(leftMs / 1000)
      // A timer can go off a little early, and somebody can set the clock back.
      if (left < told) subscriber.next(left)
      told = Math.min(told, left)
      if (left === 0) subscriber.complete()
      // Up to the full second and not for one: what a host wakes us late does not add up.
      else if (!subscriber.closed) timer = clock.schedule(tell, leftMs - (left - 1) * 1000)
    }
    tell()
  })
