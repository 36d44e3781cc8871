import { Observable, Subscription } from 'rxjs'
import type { Call, Priority, Stage } from './call'

type WaitingCalls = Map<() => void, Call>

/**
 * Limits the number of open requests. User calls go before background calls; otherwise first in, first out.
 *
 * A freed slot is never given to a call that is already ending: one signal, one deadline or the end of the panel ends
 * many calls one after the other, and a waiting command must not be sent in between.
 */
export const queue = (maxOpen: number, isEnding: (call: Call) => boolean): Stage => {
  const waiting: Readonly<Record<Priority, WaitingCalls>> = {
    user: new Map(),
    background: new Map(),
  }
  let open = 0

  const release = () => {
    open--
    for (const calls of [waiting.user, waiting.background])
      for (const [start, call] of calls) {
        calls.delete(start)
        if (!isEnding(call)) return start()
      }
  }

  return (next) => (call) =>
    new Observable((subscriber) => {
      const calls = waiting[call.options.priority ?? 'user']
      const request = new Subscription()
      const start = () => {
        open++
        request.add(release)
        request.add(next(call).subscribe(subscriber))
      }
      if (open < maxOpen) start()
      else {
        call.emit({ type: 'queued' })
        calls.set(start, call)
        request.add(() => calls.delete(start))
      }
      return request
    })
}
