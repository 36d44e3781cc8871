import { Observable, type Unsubscribable } from 'rxjs'
import type { CommandLock } from '../shared/command-lock'
import type { LockContext } from '../shared/lock-context'
import { remainingSeconds } from './remaining-seconds'

/** A visitor requests to be let in, or the request has ended. */
export type DoorRequest =
  | {
      readonly asks: true
      /** Whole seconds until the request expires. */
      readonly secondsLeft: number
      /** When the request expires, milliseconds since 1970. */
      readonly expiresAtMs: number
    }
  | { readonly asks: false }

const SECOND_MS = 1_000

/**
 * The requests at a door: one value at the start of a request, one for each second, and one at its end, because the door
 * was unlocked, or the request was rejected or expired.
 */
export const doorRequests = (
  context: LockContext,
  commandLock: CommandLock,
): Observable<DoorRequest> =>
  new Observable((subscriber) => {
    const { clock } = context
    let expiresAtMs: number | undefined
    let emittedSeconds = 0
    let timer: Unsubscribable | undefined

    const end = () => {
      timer?.unsubscribe()
      if (expiresAtMs === undefined) return
      expiresAtMs = undefined
      emittedSeconds = 0
      subscriber.next({ asks: false })
    }
    const count = (maxMs: number) => {
      timer?.unsubscribe()
      if (expiresAtMs === undefined) return
      // Setting the clock back must not extend the request.
      if (expiresAtMs - clock.now() > emittedSeconds * SECOND_MS) expiresAtMs = clock.now() + maxMs
      const endMs = expiresAtMs
      const remainingMs = endMs - clock.now()
      if (remainingMs <= 0) return end()
      const secondsLeft = Math.ceil(remainingMs / SECOND_MS)
      // A lock may report every second; emit each second once.
      const isNew = secondsLeft !== emittedSeconds
      emittedSeconds = secondsLeft
      if (isNew) subscriber.next({ asks: true, secondsLeft, expiresAtMs: endMs })
      // The subscriber may have unsubscribed, or a new report may have arrived, during `next`.
      if (subscriber.closed || expiresAtMs !== endMs) return
      const delayMs = remainingMs % SECOND_MS || SECOND_MS
      timer?.unsubscribe()
      timer = clock.schedule(() => count(remainingMs - delayMs), delayMs)
    }
    const startRequest = (seconds: number) => {
      if (seconds === 0) return end()
      expiresAtMs = clock.now() + seconds * SECOND_MS
      count(seconds * SECOND_MS)
    }

    subscriber.add(() => timer?.unsubscribe())
    subscriber.add(commandLock.requestAnswered.values$.subscribe(end))
    subscriber.add(
      remainingSeconds(context, commandLock).subscribe({
        next: startRequest,
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    )
  })
