import { Observable, Subscription } from 'rxjs'
import type { Call, Priority, Stage } from './call'

type Line = Map<() => void, Call>

/**
 * Keeps at most so many requests open; a user's tap goes before a poll, else first come, first served.
 *
 * A place that becomes free goes to nobody who is just ending: one signal, one deadline or the end of the panel ends
 * many calls one after the other, and an order that waits must not leave in between.
 */
export const queue = (maxOpen: number, isEnding: (call: Call) => boolean): Stage => {
  const waiting: Readonly<Record<Priority, Line>> = { user: new Map(), background: new Map() }
  let open = 0

  const release = () => {
    open--
    for (const line of [waiting.user, waiting.background])
      for (const [start, call] of line) {
        line.delete(start)
        if (!isEnding(call)) return start()
      }
  }

  return (next) => (call) =>
    new Observable((subscriber) => {
      const line = waiting[call.options.priority ?? 'user']
      const request = new Subscription()
      const start = () => {
        open++
        request.add(release)
        request.add(next(call).subscribe(subscriber))
      }
      if (open < maxOpen) start()
      else {
        call.emit({ type: 'queued' })
        line.set(start, call)
        request.add(() => line.delete(start))
      }
      return request
    })
}
