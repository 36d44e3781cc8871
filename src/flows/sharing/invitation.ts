import { EMPTY, Observable, type Unsubscribable } from 'rxjs'
import type { LockContext } from '../shared/lock-context'

/** An invitation, which can be accepted until it expires. */
export interface Invitation {
  /** The id of the invitation in the cloud. */
  readonly id: string
  /** A secret: any person who has it can accept. The receiver needs it and the id. */
  readonly ticket: string
  /** Milliseconds since 1970, by the cloud's clock; `undefined` if the cloud does not return it. */
  readonly expiresAtMs: number | undefined
  /**
   * Emits the remaining whole seconds immediately and then each second, completes after 0, or at once if the end is not
   * known. Each subscription has its own timer; all of them emit at the same moments.
   */
  readonly countdown$: Observable<number>
}

type Time = Pick<LockContext, 'clock' | 'cloudNow'>

/** From the cloud's answer; its seconds count from now. */
export const invitationOf = (
  answer: {
    readonly sharing_id: string
    readonly sharing_ticket: string
    readonly expire_time?: number | undefined
  },
  context: Time,
): Invitation => {
  const { expire_time } = answer
  const expiresAtMs =
    expire_time === undefined ? undefined : context.cloudNow() + expire_time * 1000
  return {
    id: answer.sharing_id,
    ticket: answer.sharing_ticket,
    expiresAtMs,
    countdown$: expiresAtMs === undefined ? EMPTY : countdown(expiresAtMs, context),
  }
}

const countdown = (endMs: number, { clock, cloudNow }: Time): Observable<number> =>
  new Observable((subscriber) => {
    let timer: Unsubscribable | undefined
    let lastSeconds = Number.POSITIVE_INFINITY
    subscriber.add(() => timer?.unsubscribe())
    const emitSeconds = (): void => {
      const remainingMs = Math.max(0, endMs - cloudNow())
      // Rounded up, so that 0 is emitted at the end and not before.
      const seconds = Math.ceil(remainingMs / 1000)
      // A timer may fire early, and the clock may be set back.
      if (seconds < lastSeconds) subscriber.next(seconds)
      lastSeconds = Math.min(lastSeconds, seconds)
      if (seconds === 0) subscriber.complete()
      // Up to the next full second, so that late timers do not add up.
      else if (!subscriber.closed)
        timer = clock.schedule(emitSeconds, remainingMs - (seconds - 1) * 1000)
    }
    emitSeconds()
  })
